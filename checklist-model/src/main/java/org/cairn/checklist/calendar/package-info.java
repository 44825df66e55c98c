/// What is due and what changes: clocks that people started, as the ledger tells them, and the days on which law
/// begins, ends or was put off. Pure; the time asked about is given.
@NullMarked
package org.cairn.checklist.calendar;

import org.jspecify.annotations.NullMarked;
