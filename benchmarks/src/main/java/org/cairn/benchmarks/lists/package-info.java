/// How long the window's lists take to answer on a large workspace, beside bare lists of JavaFX and an empty workspace.
@NullMarked
package org.cairn.benchmarks.lists;

import org.jspecify.annotations.NullMarked;
