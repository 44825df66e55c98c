@NullMarked
package org.cairn.checklist.codec;

import org.jspecify.annotations.NullMarked;
