package org.cairn.reports.xlsx;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/// Makes the cells of a sheet a table that formulas can name (ECMA-376 part 1, 18.5), with its filter.
final class NamedTable {
    private NamedTable() {}

    /// @param sheet that holds the table's head in its first row; the cells need not be there yet
    static void over(XSSFSheet sheet, Table table) {
        AreaReference area = new AreaReference(
                new CellReference(0, 0),
                new CellReference(table.lastRow(), table.columns().size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable named = sheet.createTable(area);
        named.setName(table.reference());
        named.setDisplayName(table.reference());
        CTTable written = named.getCTTable();
        written.addNewAutoFilter().setRef(area.formatAsString());
        for (int column = 0; column < table.columns().size(); column++) {
            written.getTableColumns()
                    .getTableColumnArray(column)
                    .setName(table.columns().get(column).title());
        }
        CTTableStyleInfo style = written.addNewTableStyleInfo();
        style.setName("TableStyleLight1");
        style.setShowColumnStripes(false);
        style.setShowRowStripes(false);
    }
}
