/// Answers that are filled in with a spreadsheet program elsewhere and come back, cell by cell.
@NullMarked
package org.cairn.app.ui.workbook;

import org.jspecify.annotations.NullMarked;
