package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SamplePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/// What Excel checks when it opens a workbook, and repairs where it does not hold.
class WorkbookStructureTest {
    /// CT_Worksheet (ECMA-376 part 1, 18.3.1.99).
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetProtection",
            "autoFilter",
            "mergeCells",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "drawing",
            "tableParts");

    private static WorkbookParts parts(PackModel model) throws Exception {
        return WorkbookParts.of(Workbook.render(model));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPartStandsWhereExcelLooksForIt(Language language) throws Exception {
        WorkbookParts parts = parts(SamplePack.realistic(language));

        assertEveryPartHasAType(parts);
        assertEveryRelationHasAPart(parts);
        for (String sheet : parts.sheets().values()) {
            assertOrder(parts.root(sheet), sheet);
            assertFills(parts.root(sheet), parts.root("/xl/styles.xml"), sheet);
        }
        assertTables(parts);
        for (Element colour : WorkbookParts.all(parts.root("/xl/styles.xml"), "*")) {
            assertTrue(colour.getAttribute("rgb").matches("|[0-9A-F]{8}"), "alpha, red, green, blue");
        }
        List<String> names = new ArrayList<>();
        for (String table : parts.named("/xl/tables/")) {
            names.add(parts.root(table).getAttribute("displayName"));
        }
        assertEquals(List.of("Controls", "Requirements", "Mapping", "Evidence", "Dates", "Ledger", "Risks"), names);
    }

    /// Excel has no table without a row below its head.
    @Test
    void listsWithNothingInThemAreTablesToo() throws Exception {
        WorkbookParts parts = parts(SamplePack.empty());

        assertTables(parts);
        assertEquals("A1:T2", parts.root("/xl/tables/table1.xml").getAttribute("ref"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChartHasTitlesAWordForTheBlindAndTheNumbersOfTheCells(Language language) throws Exception {
        WorkbookParts parts = parts(SamplePack.realistic(language));
        Element drawing = parts.root("/xl/drawings/drawing1.xml");
        Set<String> ids = new HashSet<>();
        for (Element named : WorkbookParts.all(drawing, "cNvPr")) {
            assertTrue(ids.add(named.getAttribute("id"))
                    && !named.getAttribute("id").equals("0"));
            assertTrue(named.getAttribute("descr").contains("; "), named.getAttribute("descr"));
        }
        assertEquals(3, ids.size());
        assertEquals(
                List.of("12", "1", "1"),
                parts.named("/xl/charts/").stream()
                        .map(chart -> ""
                                + WorkbookParts.all(document(parts, chart), "ser")
                                        .size())
                        .toList());
        for (String chart : parts.named("/xl/charts/")) {
            assertEquals(3, WorkbookParts.all(parts.root(chart), "title").size(), "of the chart and both axes");
        }
        assertCharts(parts);
    }

    private static Element document(WorkbookParts parts, String part) {
        try {
            return parts.root(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFrameworkCalledAsAnAttackerLikesIsDrawnLikeAnyOther() throws Exception {
        WorkbookParts parts = parts(SamplePack.hostile("<c:f>=1+1</c:f> \u0007\u202e"));

        assertCharts(parts);
        Element names =
                WorkbookParts.all(parts.root("/xl/charts/chart1.xml"), "cat").getFirst();
        assertTrue(names.getTextContent().contains("<c:f>=1+1</c:f> ⟨U+0007 U+202E⟩"), names.getTextContent());
    }

    /// Excel repairs a chart without bars.
    @Test
    void nothingToCountIsNotDrawn() throws Exception {
        WorkbookParts parts = parts(SamplePack.empty());

        assertEquals(List.of(), parts.named("/xl/charts/"));
        assertEquals(List.of(), parts.named("/xl/drawings/"));
    }

    /// What a chart holds for programs that do not calculate is what the cells say.
    private static void assertCharts(WorkbookParts parts) throws IOException {
        for (String chart : parts.named("/xl/charts/")) {
            List<Element> formulas = WorkbookParts.all(parts.root(chart), "f");
            assertFalse(formulas.isEmpty(), chart);
            for (Element formula : formulas) {
                AreaReference area = new AreaReference(formula.getTextContent(), SpreadsheetVersion.EXCEL2007);
                Element sheet = parts.root(Objects.requireNonNull(
                        parts.sheets().get(area.getFirstCell().getSheetName())));
                List<String> cells = Arrays.stream(area.getAllReferencedCells())
                        .map(cell -> WorkbookParts.cell(
                                sheet, new CellReference(cell.getRow(), cell.getCol()).formatAsString()))
                        .map(text -> text.replaceFirst("\\.0$", ""))
                        .toList();
                Element cached = (Element) formula.getParentNode();
                assertEquals(
                        cells,
                        WorkbookParts.all(cached, "v").stream()
                                .map(Element::getTextContent)
                                .toList(),
                        formula.getTextContent());
                assertEquals(
                        "" + cells.size(), WorkbookParts.only(cached, "ptCount").getAttribute("val"));
            }
        }
    }

    private static void assertEveryPartHasAType(WorkbookParts parts) throws IOException {
        Element types = parts.root("/[Content_Types].xml");
        List<String> overrides = WorkbookParts.all(types, "Override").stream()
                .map(each -> each.getAttribute("PartName"))
                .toList();
        assertEquals(new HashSet<>(overrides).size(), overrides.size(), "each part once");
        assertTrue(parts.documents().keySet().containsAll(overrides), overrides.toString());
        for (String part : parts.documents().keySet()) {
            assertTrue(part.endsWith(".rels") || part.equals("/[Content_Types].xml") || overrides.contains(part), part);
        }
    }

    private static void assertEveryRelationHasAPart(WorkbookParts parts) throws IOException {
        for (String part : parts.documents().keySet()) {
            Set<String> targets = new HashSet<>();
            for (WorkbookParts.Relation relation : parts.relations(part).values()) {
                assertTrue(parts.documents().containsKey(relation.target()), part + " to " + relation);
                assertTrue(targets.add(relation.target()), part + " twice to " + relation);
            }
        }
    }

    private static void assertOrder(Element sheet, String part) {
        List<String> names = WorkbookParts.children(sheet).stream()
                .map(Element::getLocalName)
                .distinct()
                .toList();
        assertEquals(ORDER.stream().filter(names::contains).toList(), names, part);
    }

    /// Each rule has a place in the order of its sheet and a look among the styles, and reaches over all rows.
    private static void assertFills(Element sheet, Element styles, String part) throws IOException {
        int looks = WorkbookParts.all(styles, "dxf").size();
        Set<String> priorities = new HashSet<>();
        for (Element formatting : WorkbookParts.all(sheet, "conditionalFormatting")) {
            CellRangeAddress range = CellRangeAddress.valueOf(formatting.getAttribute("sqref"));
            assertTrue(range.getLastRow() < WorkbookParts.all(sheet, "row").size(), part + " " + range);
            for (Element rule : WorkbookParts.all(formatting, "cfRule")) {
                assertTrue(priorities.add(rule.getAttribute("priority")), part);
                assertTrue(Integer.parseInt(rule.getAttribute("dxfId")) < looks, part);
                String formula = WorkbookParts.only(rule, "formula").getTextContent();
                assertTrue(
                        formula.startsWith("OR("
                                + new CellReference(range.getFirstRow(), range.getFirstColumn()).formatAsString()),
                        formula);
            }
        }
    }

    private static void assertTables(WorkbookParts parts) throws IOException {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        WorkbookParts.all(parts.root("/xl/workbook.xml"), "definedName")
                .forEach(defined -> names.add(defined.getAttribute("name").toLowerCase(Locale.ROOT)));
        for (Map.Entry<String, String> sheet : parts.sheets().entrySet()) {
            Element written = parts.root(sheet.getValue());
            List<Element> tables = WorkbookParts.all(written, "tablePart");
            boolean first = sheet.getValue().equals("/xl/worksheets/sheet1.xml");
            assertEquals(first ? 0 : 1, tables.size(), sheet.getKey());
            for (Element part : tables) {
                WorkbookParts.Relation relation = parts.related(sheet.getValue(), part);
                assertEquals("table", relation.type());
                Element table = parts.root(relation.target());
                assertTrue(ids.add(table.getAttribute("id")), relation + ": its id is taken");
                assertEquals(table.getAttribute("name"), table.getAttribute("displayName"));
                assertTrue(names.add(table.getAttribute("displayName").toLowerCase(Locale.ROOT)), relation.target());
                assertTrue(WorkbookParts.all(written, "autoFilter").isEmpty(), "a filter of the sheet and of a table");
                assertTable(table, written);
            }
        }
    }

    private static void assertTable(Element table, Element sheet) throws IOException {
        String ref = table.getAttribute("ref");
        CellRangeAddress range = CellRangeAddress.valueOf(ref);
        List<Element> columns = WorkbookParts.all(table, "tableColumn");
        assertEquals(0, range.getFirstRow());
        assertTrue(range.getLastRow() >= 1, ref);
        assertEquals(Math.max(2, WorkbookParts.all(sheet, "row").size()), range.getLastRow() + 1, "all rows");
        assertEquals(range.getLastColumn() + 1, columns.size());
        assertEquals(
                "" + columns.size(), WorkbookParts.only(table, "tableColumns").getAttribute("count"));
        assertEquals(ref, WorkbookParts.only(table, "autoFilter").getAttribute("ref"));
        Set<String> titles = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column).getAttribute("name");
            assertEquals(WorkbookParts.cell(sheet, CellReference.convertNumToColString(column) + "1"), name);
            assertTrue(titles.add(name.toLowerCase(Locale.ROOT)), name);
            assertTrue(ids.add(columns.get(column).getAttribute("id")), name);
            assertFalse(name.isBlank() || name.contains("\n"), name);
        }
    }
}
