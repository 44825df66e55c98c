/// Answers that travel as a workbook, are filled in elsewhere and come back. Reads strictly and compares; writes no
/// ledger.
@NullMarked
package org.cairn.app.workbook;

import org.jspecify.annotations.NullMarked;
