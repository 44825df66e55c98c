/// Speed, as a ratio against a named baseline measured in the same run on the same machine. Nothing here is a test.
@NullMarked
package org.cairn.benchmarks;

import org.jspecify.annotations.NullMarked;
