package org.cairn.frameworks.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnFrameworkTest {
    private static final String HEAD =
            "row,id,parent,ref,title,text,assessable,mapped,relation,strength,rationale,author,date\r\n";
    private static final String FRAMEWORK = "framework,our-rules,,2026-11,Our rules,,,,,,,,\r\n";
    private static final KnownSubjects KNOWN = subject -> subject.equals(new ControlId("NET-4"));

    private static OwnFramework read(String csv) throws MalformedFramework {
        return read(Bytes.utf8(csv), KNOWN);
    }

    private static OwnFramework read(Bytes csv, KnownSubjects known) throws MalformedFramework {
        return new DraftCheck("F.csv", known).check(CsvTable.read("F.csv", csv), Optional.empty());
    }

    private static List<String> faults(String csv) {
        return faults(Bytes.utf8(csv));
    }

    private static List<String> faults(Bytes csv) {
        return assertThrows(MalformedFramework.class, () -> read(csv, KNOWN)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private static String csv(List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try {
            CsvTable.write(rows, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    static Stream<FrameworkId> shipped() {
        return FrameworkLibrary.load().frameworks().stream().map(Framework::id);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedFrameworkIsTheSameAfterItWasExportedAndImported(FrameworkId id) throws MalformedFramework {
        FrameworkLibrary library = FrameworkLibrary.load();
        OwnFramework exported = FrameworkExport.of(library, library.framework(id));

        OwnFramework again = read(Bytes.utf8(csv(TableRows.of(exported))), KnownSubjects.of(library.catalogue()));

        assertEquals(exported, again);
        assertTrue(FrameworkDiff.between(exported, again).isEmpty());
        Bytes canonical = CanonicalForm.write(exported);
        assertEquals(exported, CanonicalForm.read("payload", canonical, KnownSubjects.of(library.catalogue())));
    }

    @Test
    void theTemplateCanBeImportedAsItStands() throws MalformedFramework {
        OwnFramework template = read(csv(TableRows.template()));

        assertEquals(
                List.of("1", "1.1"), template.nodes().stream().map(OwnNode::id).toList());
        assertEquals(1, template.mappings().size());
    }

    @Test
    void everyFaultIsNamedWithRowAndColumn() {
        assertEquals(
                List.of(
                        "row 5, column B (id): the id '1.1' is taken by row 4",
                        "row 6, column G (assessable): 'maybe' is neither yes nor no",
                        "row 6, column C (parent): no row has the id '9'",
                        "row 7, column B (id): no row has the id '4'",
                        "row 7, column H (mapped): 'NET-99' is neither a control, like NET-4, nor a requirement of"
                                + " another framework that asks something, like dora:Art. 9(2)",
                        "row 7, column I (relation): 'sometimes' is no relation: equal, superset-of, subset-of,"
                                + " intersects-with or no-relationship",
                        "row 7, column J (strength): '11' is no strength: a whole number from 0 to 10",
                        "row 7, column L (author): is empty",
                        "row 7, column M (date): '2026-02-30' is no date; write it like 2026-11-21"),
                faults(HEAD + FRAMEWORK
                        + "requirement,1,,,One,,no,,,,,,\r\n"
                        + "requirement,1.1,1,,First,,yes,,,,,,\r\n"
                        + "requirement,1.1,1,,Second,,yes,,,,,,\r\n"
                        + "requirement,2,9,,Third,,maybe,,,,,,\r\n"
                        + "mapping,4,,,,,,NET-99,sometimes,11,,,2026-02-30\r\n"));
    }

    @Test
    void aRowAboveItselfIsRefusedHoweverLongTheCircle() {
        assertEquals(
                List.of("row 3, column C (parent): stands above itself: 'a', 'b', 'c', 'a'"),
                faults(HEAD + FRAMEWORK
                        + "requirement,a,b,,A,,no,,,,,,\r\n"
                        + "requirement,b,c,,B,,no,,,,,,\r\n"
                        + "requirement,c,a,,C,,no,,,,,,\r\n"
                        + "requirement,d,a,,D,,yes,,,,,,\r\n"));
        assertEquals(
                List.of("row 3, column C (parent): stands above itself: 'a', 'a'"),
                faults(HEAD + FRAMEWORK + "requirement,a,a,,A,,no,,,,,,\r\n"));
    }

    @Test
    void aTreeDeeperThanAnybodyReadsIsRefused() {
        StringBuilder rows = new StringBuilder(HEAD + FRAMEWORK);
        for (int i = 1; i <= 40_000; i++) {
            rows.append("requirement,")
                    .append(i)
                    .append(',')
                    .append(i == 1 ? "" : i - 1)
                    .append(",,T,,yes,,,,,,\r\n");
        }

        assertEquals(List.of("row 35, column C (parent): stands deeper than 32 levels"), faults(rows.toString()));
    }

    @Test
    void aByteThatIsNoUtf8IsNamedByItsOffset() {
        byte[] latin = (HEAD + FRAMEWORK + "requirement,1,,,Pr\u00FCfung,,yes,,,,,,\r\n")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertEquals(
                List.of("byte " + (HEAD + FRAMEWORK + "requirement,1,,,Pr").length()
                        + ": is not UTF-8; save the file as \"CSV UTF-8\" and import it again"),
                faults(Bytes.copyOf(latin)));
    }

    @Test
    void aByteOrderMarkAndSemicolonsAreAccepted() throws MalformedFramework {
        String rows = (HEAD + FRAMEWORK + "requirement,1,,,Pr\u00FCfung,,yes,,,,,,\r\n").replace(',', ';');

        assertEquals("Pr\u00FCfung", read("\uFEFF" + rows).nodes().getFirst().title());
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysAText() throws MalformedFramework {
        String formula = "=HYPERLINK(\"http://example.org\",\"x\")";
        OwnFramework framework =
                read(HEAD + FRAMEWORK + "requirement,1,,,\"" + formula.replace("\"", "\"\"") + "\",-1+1,yes,,,,,,\r\n");

        assertEquals(formula, framework.nodes().getFirst().title());
        String exported = csv(TableRows.of(framework));
        assertTrue(exported.contains("\"'=HYPERLINK("), exported);
        assertTrue(exported.contains(",'-1+1,"), exported);
        assertEquals(framework, read(exported));
    }

    @Test
    void controlCharactersAndOverLongCellsAreRefused() {
        assertEquals(
                List.of(
                        "row 3, column E (title): holds the control character U+0007 at character 2; take it out",
                        "row 4, column F (text): has 32001 characters; at most 32000 are taken",
                        "row 5, column E (title): holds a line break or a tab; it is one line",
                        "row 6, column B (id): has 81 characters; at most 80 are taken"),
                faults(HEAD + FRAMEWORK
                        + "requirement,1,,,A\u0007,,yes,,,,,,\r\n"
                        + "requirement,2,,,B," + "x".repeat(32_001) + ",yes,,,,,,\r\n"
                        + "requirement,3,,,\"C\nD\",,yes,,,,,,\r\n"
                        + "requirement," + "4".repeat(81) + ",,,E,,yes,,,,,,\r\n"));
    }

    @Test
    void aCellThatWouldBeLostIsRefused() {
        assertEquals(
                List.of("row 3, column H (mapped): a row of kind 'requirement' says nothing here; empty the cell"),
                faults(HEAD + FRAMEWORK + "requirement,1,,,A,,yes,NET-4,,,,,\r\n"));
        assertEquals(
                List.of("row 3, column N: a row of kind 'requirement' says nothing here; empty the cell"),
                faults(HEAD + FRAMEWORK + "requirement,1,,,A,,yes,,,,,,,beyond\r\n"));
    }

    @Test
    void brokenQuotationIsNamed() {
        assertEquals(
                List.of("row 3, column E: starts with a quotation mark that is never closed"),
                faults(HEAD + FRAMEWORK + "requirement,1,,,\"A,,yes\r\n"));
        assertEquals(
                List.of(
                        "row 3, column E: goes on behind its closing quotation mark; double the marks inside the cell",
                        "row 4, column E: holds a quotation mark and does not start with one; put the whole cell in"
                                + " them"),
                faults(HEAD + FRAMEWORK
                        + "requirement,1,,,\"A\" b,,yes,,,,,,\r\n"
                        + "requirement,2,,,B \"b\",,yes,,,,,,\r\n"));
    }

    @Test
    void aHeadThatDoesNotFitIsRefusedBeforeAnyRow() {
        assertEquals(
                List.of(
                        "row 1, column C: no column is called 'formula'",
                        "row 1, column D: the column 'id' stands here twice",
                        "row 1: the column 'ref' is missing",
                        "row 1: the column 'title' is missing",
                        "row 1: the column 'assessable' is missing"),
                faults("row,id,formula,id\r\nx\r\n"));
        assertEquals(List.of("row 1: the table is empty"), faults(""));
        assertEquals(List.of("column A (row): no row says 'framework'"), faults(HEAD));
    }

    @Test
    void fiftyThousandRowsAreReadAndTooManyAreRefused() throws MalformedFramework {
        assertEquals(50_000, read(many(50_000)).nodes().size());
        assertEquals(List.of("row 100002: more than 100000 rows; split the framework"), faults(many(100_001)));
    }

    @Test
    void aRowWithoutEndIsRefusedBeforeItFillsTheMemory() {
        assertEquals(List.of("row 2: has cells beyond column 256"), faults(HEAD + ",".repeat(1_000_000) + "\r\n"));
    }

    private static String many(int requirements) {
        StringBuilder rows = new StringBuilder(HEAD + FRAMEWORK);
        for (int i = 1; i <= requirements; i++) {
            rows.append("requirement,").append(i).append(",,,Title,Text,yes,,,,,,\r\n");
        }
        return rows.toString();
    }

    @Test
    void aNewerVersionReopensOnlyWhatChangedItsWords() throws MalformedFramework {
        OwnFramework older = read(HEAD + FRAMEWORK
                + "requirement,1,,,Heading,,no,,,,,,\r\n"
                + "requirement,1.1,1,p. 3,Keep logs,\"For\r\na year\",yes,,,,,,\r\n"
                + "requirement,1.2,1,,Review them,,yes,,,,,,\r\n"
                + "requirement,1.3,1,,Gone soon,,yes,,,,,,\r\n"
                + "mapping,1.1,,,,,,NET-4,intersects-with,3,Both,Anna,2026-11-21\r\n");
        OwnFramework newer = read(HEAD + FRAMEWORK
                + "requirement,1.2,,,Review them weekly,,yes,,,,,,\r\n"
                + "requirement,1,,,Heading,,no,,,,,,\r\n"
                + "requirement,1.1,1,p. 7,Keep logs,\"For\na year\",yes,,,,,,\r\n"
                + "requirement,1.4,1,,New,,yes,,,,,,\r\n");

        FrameworkDiff diff = FrameworkDiff.between(older, newer);

        assertEquals(List.of("1.4"), diff.added().stream().map(OwnNode::id).toList());
        assertEquals(List.of("1.3"), diff.removed().stream().map(OwnNode::id).toList());
        assertEquals(
                "1.2: Review them -> Review them weekly",
                diff.changed().stream()
                        .map(each -> each.after().id() + ": " + each.before().title() + " -> "
                                + each.after().title())
                        .collect(Collectors.joining()));
        assertEquals(
                List.of("1.1"),
                diff.moved().stream().map(each -> each.after().id()).toList());
        assertEquals(1, diff.unchanged());
        assertEquals(1, diff.mappingsRemoved().size());
    }

    @Property(tries = 300)
    void whatIsWrittenAsCsvReadsAsItWas(@ForAll List<String> texts) throws MalformedFramework {
        List<OwnNode> nodes = new java.util.ArrayList<>();
        for (String text : texts) {
            String normal = CellText.normal(text);
            if (CellText.problem(normal, CellText.LONGEST).isEmpty()) {
                nodes.add(new OwnNode("n" + nodes.size(), Optional.empty(), "", "Title", normal, true));
            }
        }
        nodes.add(new OwnNode("last", Optional.empty(), "", "'=1", "''+x", true));
        OwnFramework framework = new OwnFramework(new FrameworkId("our-rules"), "Ours", "1", "", nodes, List.of());

        assertEquals(framework, read(csv(TableRows.of(framework))));
    }
}
