package org.cairn.reports.xlsx;

import java.util.List;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/// Fills cells by the status that they say, so that whoever writes another status into a copy sees its colour. The word
/// always stands in the cell.
record StatusFills(XSSFSheet sheet) {
    void over(Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            List<Cell.Status> statuses = table.columns().get(column).statuses();
            if (!statuses.isEmpty()) {
                over(new CellRangeAddress(1, table.lastRow(), column, column), statuses);
            }
        }
    }

    void over(CellRangeAddress range, List<Cell.Status> statuses) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        String first = new CellReference(range.getFirstRow(), range.getFirstColumn()).formatAsString();
        XSSFConditionalFormattingRule[] rules = statuses.stream()
                .map(status -> rule(formatting, status, first))
                .toArray(XSSFConditionalFormattingRule[]::new);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rules);
    }

    /// With its shape before it or without, as people type it.
    private static XSSFConditionalFormattingRule rule(
            XSSFSheetConditionalFormatting formatting, Cell.Status status, String cell) {
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                "OR(" + cell + "=" + quoted(status.text()) + "," + cell + "=" + quoted(status.word()) + ")");
        XSSFPatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        // the background is what a solid fill of a rule shows
        fill.setFillBackgroundColor(Styles.tint(status.mark()));
        XSSFFontFormatting font = rule.createFontFormatting();
        font.setFontStyle(false, true);
        XSSFColor colour = Styles.colour(status.mark().colour());
        font.setFontColor(colour);
        // the library leaves alpha out, and the schema asks for it
        font.getFontColor().getCTColor().setRgb(colour.getARGB());
        return rule;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
