/// Reading reports of other tools, each in a process of its own and beside the bare parser over the same file.
@NullMarked
package org.cairn.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
