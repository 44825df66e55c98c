package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.formula.EvaluationConditionalFormatRule;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.SampleStatement;
import org.cairn.reports.pack.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The fills that follow what a cell says, evaluated as a spreadsheet does.
class StatusFillsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStatusOfAListHasTheFillOfItsMark(Language language) throws Exception {
        PackModel model = SampleStatement.model(language);
        ReportWords words = ReportWords.in(language);
        Tables tables = new Tables(model, words, new Wording(words, model));
        Table table = new StatementTable(tables, SampleStatement.statement(model)).table();
        int seen = 0;
        try (XSSFWorkbook workbook = Workbooks.of(table)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            var rules = new ConditionalFormattingEvaluator(workbook, new XSSFFormulaEvaluator(workbook));
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    XSSFCell cell = sheet.getRow(row + 1).getCell(column);
                    if (table.rows().get(row).get(column) instanceof Cell.Status status) {
                        assertEquals(List.of(hex(Styles.tint(status.mark()))), fills(rules, cell), status.text());
                        seen++;
                    } else {
                        assertEquals(List.of(), fills(rules, cell), cell.getReference());
                    }
                }
            }
        }
        assertTrue(seen > 93, "" + seen);
    }

    @Test
    void whoWritesAnotherStatusIntoACopySeesItsFill() throws Exception {
        PackModel model = SamplePack.realistic();
        ReportWords words = ReportWords.english();
        Table table = new Tables(model, words, new Wording(words, model)).controls();
        try (XSSFWorkbook workbook = Workbooks.of(table)) {
            List<String> typed = List.of("met", "Not met", "○ not answered", "perhaps");
            List<XSSFCell> answers = new ArrayList<>();
            for (String text : typed) {
                XSSFCell answer =
                        workbook.getSheetAt(0).getRow(1 + answers.size()).createCell(3);
                answer.setCellValue(text);
                answers.add(answer);
            }
            var rules = new ConditionalFormattingEvaluator(workbook, new XSSFFormulaEvaluator(workbook));
            assertEquals(
                    List.of(
                            List.of(hex(Styles.tint(Mark.GOOD))),
                            List.of(hex(Styles.tint(Mark.BAD))),
                            List.of(hex(Styles.tint(Mark.OPEN))),
                            List.of()),
                    answers.stream().map(answer -> fills(rules, answer)).toList());
        }
    }

    /// WCAG 2.2, 1.4.3; and no two statuses of a column that are coloured alike are called alike.
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordIsEasyToReadOnItsFillAndSaysItWithoutColour(Language language) {
        Statuses statuses = new Statuses(ReportWords.in(language));
        for (List<Cell.Status> column : List.of(
                statuses.states(),
                statuses.outcomes(),
                statuses.answers(),
                statuses.freshness(),
                statuses.decisions(),
                statuses.implementations(),
                statuses.borne(),
                statuses.when(),
                statuses.riskStates())) {
            Set<String> words = new HashSet<>();
            for (Cell.Status status : column) {
                double contrast = contrast(status.mark().colour(), hex(Styles.tint(status.mark())));
                assertTrue(contrast >= 4.5, status + " " + contrast);
                assertTrue(words.add(status.word().toLowerCase(Locale.ROOT)), status.word());
            }
        }
    }

    private static List<String> fills(ConditionalFormattingEvaluator rules, XSSFCell cell) {
        List<EvaluationConditionalFormatRule> found = rules.getConditionalFormattingForCell(cell);
        return found.stream()
                .map(rule -> Objects.requireNonNull(rule.getRule().getPatternFormatting()))
                .map(fill -> hex((XSSFColor) Objects.requireNonNull(fill.getFillBackgroundColorColor())))
                .toList();
    }

    private static String hex(XSSFColor colour) {
        String argb = Objects.requireNonNull(colour.getARGBHex()).toLowerCase(Locale.ROOT);
        return argb.substring(2);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
