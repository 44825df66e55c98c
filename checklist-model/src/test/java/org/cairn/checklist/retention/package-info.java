@NullMarked
package org.cairn.checklist.retention;

import org.jspecify.annotations.NullMarked;
