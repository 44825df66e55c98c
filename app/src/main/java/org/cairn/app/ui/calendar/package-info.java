/// The calendar: what is overdue, what is due within 30, 60 and 90 days, and when law begins or ends for this scope.
@NullMarked
package org.cairn.app.ui.calendar;

import org.jspecify.annotations.NullMarked;
