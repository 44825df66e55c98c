@NullMarked
package org.cairn.frameworks.own;

import org.jspecify.annotations.NullMarked;
