/// Deadlines: from what happened, and a rule that is data, to the instant by which something is due, with every step of
/// the computation in words. Pure; knows no clock, no file and no ledger.
@NullMarked
package org.cairn.checklist.deadline;

import org.jspecify.annotations.NullMarked;
