@NullMarked
package org.cairn.proof;

import org.jspecify.annotations.NullMarked;
