@NullMarked
package org.cairn.frameworks.crosswalk;

import org.jspecify.annotations.NullMarked;
