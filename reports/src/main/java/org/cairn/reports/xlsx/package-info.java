/// The workbook: one sheet a table, filters, every text a text and never a formula.
@NullMarked
package org.cairn.reports.xlsx;

import org.jspecify.annotations.NullMarked;
