/// Makes workspaces of any size: real keys, real signatures, a simulated clock.
@NullMarked
package org.cairn.benchmarks.workspace;

import org.jspecify.annotations.NullMarked;
