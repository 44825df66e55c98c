@NullMarked
package org.cairn.checklist.calendar;

import org.jspecify.annotations.NullMarked;
