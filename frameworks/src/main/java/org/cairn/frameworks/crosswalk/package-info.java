/// The crosswalk as a graph: which controls reach which requirements, and what they may lend them.
@NullMarked
package org.cairn.frameworks.crosswalk;

import org.jspecify.annotations.NullMarked;
