@NullMarked
package org.cairn.frameworks;

import org.jspecify.annotations.NullMarked;
