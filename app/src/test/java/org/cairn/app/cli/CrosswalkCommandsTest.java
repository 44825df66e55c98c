package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cairn.app.cli.CommandFixture.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands over frameworks, controls and the crosswalk. None of them needs a workspace.
class CrosswalkCommandsTest {
    @TempDir
    Path temporary;

    private Result run(String... arguments) {
        return new CommandFixture(temporary).run(arguments);
    }

    private String done(String... arguments) {
        Result result = run(arguments);
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        return result.out();
    }

    @Test
    void aRequirementIsShownWithAllThatIsKnownAboutIt() {
        String text = done("framework", "show", "eu-ai-act", "Art. 26(6)");
        for (String part : List.of(
                "eu-ai-act:Art. 26(6)",
                "binds: deployer",
                "applies: from 2027-12-02, as stated on 2026-07-24",
                "In plain words",
                "Evidence that would show it, for example",
                "What auditors typically object to",
                "MON-4  superset-of, strength ")) {
            assertTrue(text.contains(part), () -> "no '" + part + "' in\n" + text);
        }
    }

    @Test
    void whatHasNoGermanIsInEnglishAndSaysSo() {
        String text = done("framework", "show", "eu-ai-act", "Art. 26(6)", "--language", "de");
        assertTrue(text.contains("In plain words (English)"), text);
        assertFalse(text.contains("What auditors typically object to (English)"), text);
        String soc2 = done("framework", "show", "soc2", "CC6.6", "--language", "de");
        assertTrue(soc2.lines().findFirst().orElseThrow().endsWith(" (English)"), soc2);
    }

    @Test
    void aWayOverTheCrosswalkTellsTheReasonOfEveryRow() {
        String text = done("framework", "map", "dora:2024/1774 Art. 12", "iso27001:A.8.15");
        long rows = text.lines()
                .filter(line -> line.startsWith("  ") && line.contains(" is "))
                .count();
        long reasons = text.lines().filter(line -> line.startsWith("      ")).count();
        assertTrue(rows >= 1, text);
        assertEquals(rows, reasons, text);
    }

    @Test
    void anArticleStandsForAllThatLiesBelowIt() {
        String text = done("framework", "map", "dora:2024/1774 Art. 12", "iso27001", "--format", "csv");
        assertTrue(text.lines().skip(1).allMatch(line -> line.startsWith("dora:2024/1774 Art. 12")), text);
        assertTrue(text.lines().skip(1).count() > 3, text);
    }

    @Test
    void moreRowsLeadToMoreRequirements() {
        long one = done("framework", "map", "NET-4", "--hops", "1", "--format", "csv")
                .lines()
                .count();
        long two = done("framework", "map", "NET-4", "--hops", "2", "--format", "csv")
                .lines()
                .count();
        assertTrue(two > one, one + " and " + two);
    }

    @Test
    void whatLeadsNowhereIsNo() {
        Result result = run("framework", "map", "ACC-3", "iso42001", "--hops", "1");
        assertEquals(ExitCode.NO, result.exit());
        assertTrue(result.err().contains("--hops 4 looks further"), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "framework map NET-99 | no control NET-99",
                "framework map dora:X | no requirement dora:X",
                "framework map NET-4 nis2 | names no control",
                "framework map NET-4 --hops 5 | --hops takes 1 to 4",
                "framework coverage nis2 | no framework nis2",
                "framework matrix dora nis2 | no framework nis2",
                "framework show dora X | no requirement X in dora",
                "control show NET-99 | no control NET-99",
                "control show dora:X | is a requirement",
                "control show NET-4 --format csv | table or json",
            })
    void whatDoesNotExistIsRefusedByItsName(String line, String words) {
        Result result = run(line.split(" "));
        assertEquals(ExitCode.REFUSED, result.exit());
        assertTrue(result.err().contains(words), result.err());
    }

    @Test
    void everyAssessableRequirementHasOneLineInTheCoverage() {
        long lines = done("framework", "coverage", "hipaa", "--format", "csv")
                .lines()
                .count();
        assertEquals(1 + 340, lines);
    }

    @Test
    void theMatrixHasALineForEveryControl() {
        List<String> lines = done("framework", "matrix", "dora", "iso27001", "--format", "csv")
                .lines()
                .toList();
        assertEquals("control,dora,iso27001", lines.getFirst());
        assertEquals(1 + 65, lines.size());
    }

    @Test
    void aControlIsShownInBothLanguages() {
        String english = done("control", "show", "NET-4");
        String german = done("control", "show", "NET-4", "--language", "de");
        assertTrue(english.contains("What to ask\n"), english);
        assertFalse(english.lines().findFirst().equals(german.lines().findFirst()));
        assertEquals(1 + 65, done("control", "list", "--format", "csv").lines().count());
    }

    @Test
    void responsibilitiesAndThreatsNameTheControlsThatBelongToThem() {
        assertTrue(done("content", "responsibilities").contains("controls: NET-5 DAT-3 SCR-3 BDY-8"));
        assertTrue(done("content", "threats", "--language", "de").contains("likelihood: likely"));
    }
}
