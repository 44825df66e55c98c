package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports of other tools, from the file to the posture. The machine's clock begins at 2026-03-01T09:00:00Z.
class EvidenceImportCommandTest {
    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(temporary);
        commands.workspace.found().close();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(temporary.resolve(name), content);
    }

    private static String xccdf(String profile, String... rulesAndResults) {
        StringBuilder xml =
                new StringBuilder("<?xml version='1.0'?><Benchmark xmlns='http://checklists.nist.gov/xccdf/1.2'"
                        + " id='B'><TestResult id='t' end-time='2026-03-01T08:00:00Z'><profile idref='" + profile
                        + "'/><target>host-1</target>");
        for (int i = 0; i < rulesAndResults.length; i += 2) {
            xml.append("<rule-result idref='" + rulesAndResults[i] + "' severity='high'><result>"
                    + rulesAndResults[i + 1] + "</result></rule-result>");
        }
        return xml.append("</TestResult></Benchmark>").toString();
    }

    private JsonObject imported(Path file, String... more) throws MalformedJson {
        List<String> words = new ArrayList<>(List.of("evidence", "import", "-w", commands.folder(), file.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--format", "json"));
        Result result = commands.run(words.toArray(String[]::new));
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        return (JsonObject) result.json().array("files").getFirst();
    }

    private JsonObject control(String id) throws MalformedJson {
        Result result = commands.run("posture", "-w", commands.folder(), "--format", "json");
        for (Json row : result.json().array("controls")) {
            if (((JsonObject) row).text("control").equals(id)) {
                return (JsonObject) row;
            }
        }
        throw new AssertionError("no row " + id);
    }

    private String check(String control, String check) throws MalformedJson {
        for (Json each : control(control).array("checks")) {
            if (((JsonObject) each).text("check").equals(check)) {
                return ((JsonObject) each).text("outcome");
            }
        }
        return "silent";
    }

    private long entries() {
        return commands.run("log", "-w", commands.folder(), "--format", "csv")
                .out()
                .lines()
                .count();
    }

    @Test
    void aFailedRuleObjectsToItsControlAndAPassNeverClosesIt() throws Exception {
        assertEquals("silent", check("ACC-1", "host.benchmark.acc-1"));
        JsonObject first =
                imported(write("a.xml", xccdf("p", "sshd_disable_root_login", "fail", "unheard_of", "fail")));
        assertEquals(1, first.object("unmapped").integer("count"));
        assertEquals("not-satisfied", check("ACC-1", "host.benchmark.acc-1"));
        commands.workspace.clock.moveBy(Duration.ofHours(1));
        imported(write("b.xml", xccdf("p", "sshd_disable_root_login", "pass").replace("08:00", "09:30")));
        assertEquals("satisfied", check("ACC-1", "host.benchmark.acc-1"));
        assertFalse(control("ACC-1").text("outcome").equals("satisfied"));
        commands.workspace.clock.moveBy(Duration.ofDays(31));
        assertEquals("indeterminate", check("ACC-1", "host.benchmark.acc-1"));
    }

    @Test
    void aCleanScanOfOneScopeHidesNoFindingOfAnother() throws Exception {
        imported(write("a.xml", xccdf("p", "sshd_disable_root_login", "fail")));
        imported(write("b.xml", xccdf("q", "sshd_disable_root_login", "pass").replace("08:00", "08:30")));
        assertEquals("not-satisfied", check("ACC-1", "host.benchmark.acc-1"));
    }

    @Test
    void aRunWhereNothingAppliesShowsNothing() throws Exception {
        JsonObject file = imported(write(
                "na.xml", xccdf("p", "sshd_disable_root_login", "notapplicable", "encrypt_partitions", "notselected")));
        assertTrue(Json.write(file).asUtf8().contains("neither good nor bad"));
        assertEquals("indeterminate", check("ACC-1", "host.benchmark.acc-1"));
        assertEquals("indeterminate", check("DAT-3", "host.benchmark.dat-3"));
    }

    @Test
    void theSameFileIsRecordedOnce() throws Exception {
        Path file = write("a.xml", xccdf("p", "x", "pass"));
        JsonObject first = imported(file);
        long before = entries();
        JsonObject again = imported(file);
        assertEquals(before, entries());
        assertEquals(first.text("evidence"), again.text("evidence"));
        assertTrue(Json.write(again).asUtf8().contains("\"alreadyHere\":true"));
        assertFalse(Json.write(imported(file, "--target", "another")).asUtf8().contains("\"alreadyHere\":true"));
    }

    @Test
    void aPreviewRecordsNothing() throws Exception {
        long before = entries();
        JsonObject file = imported(write("a.xml", xccdf("p", "x", "pass")), "--preview");
        assertEquals(new Json.JsonNull(), file.member("evidence").orElseThrow());
        assertEquals(before, entries());
    }

    @Test
    void vulnerabilitiesStandUntilVexForTheSamePackageAndTargetSaysWhy() throws Exception {
        String grype = """
                {"matches":[{"vulnerability":{"id":"CVE-1","severity":"Critical"},"artifact":{"name":"a","version":"1",
                "purl":"pkg:deb/debian/a@1?arch=amd64"}}],"source":{"type":"image","target":{"userInput":"img"}},
                "descriptor":{"name":"grype","version":"1","timestamp":"2026-03-01T07:00:00Z",
                "db":{"built":"2026-02-27T00:00:00Z"}}}""";
        imported(write("g.json", grype));
        assertEquals("not-satisfied", check("SUP-1", "sup.vuln"));
        String vex = """
                {"@context":"https://openvex.dev/ns/v0.2.0","@id":"v1","author":"a","timestamp":"2026-03-01T07:30:00Z",
                "statements":[{"vulnerability":{"name":"CVE-1"},"products":[{"@id":"pkg:deb/debian/a@1"}],
                "status":"not_affected","justification":"vulnerable_code_not_present"}]}""";
        imported(write("other.json", vex), "--target", "another");
        assertEquals("not-satisfied", check("SUP-1", "sup.vuln"));
        imported(write("v.json", vex), "--target", "img");
        assertEquals("satisfied", check("SUP-1", "sup.vuln"));
        commands.workspace.clock.moveBy(Duration.ofDays(6));
        assertEquals("indeterminate", check("SUP-1", "sup.vuln"), "the database is older than a week then");
    }

    @Test
    void aTableIsReadByTheColumnsThatAreNamed() throws Exception {
        Path file = write("t.csv", "Check;Status;Ref\nC1;FAIL;CWE-798\n\"C;2\";ok;CWE-798\nC3;manual;\n");
        JsonObject read = imported(
                file, "--map", "rule=Check,outcome=Status,ids=Ref", "--target", "h", "--scanned-at", "2026-02-28");
        assertEquals("csv", read.text("inputFormat"));
        assertEquals("not-satisfied", check("BDY-5", "host.findings.bdy-5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cut.xml | <Benchmark><TestResult><rule-result idref='a'><result>pass</res | line 1, column",
                "dtd.xml | <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Benchmark>&x;</Benchmark> | document type",
                "word.xml | <Benchmark><TestResult><rule-result><result>good</result></rule-result></TestResult></Benchmark> | 'good' is no result",
                "cut.json | {\"version\":\"2.1.0\",\"runs\":[{\"tool\":{},\"results\":[{\"ruleId\":\"a | cut off",
                "twice.json | {\"runs\":[{\"tool\":{},\"results\":[{\"kind\":\"fail\",\"kind\":\"pass\"}]}]} | stands twice",
                "what.txt | nothing of any tool | no format that is known",
                "falco.json | {\"output\":\"x\",\"priority\":\"Notice\",\"rule\":\"r\",\"time\":\"t\"} | Falco events",
                "future.xml | <Benchmark id='b'><TestResult end-time='2099-01-01T00:00:00Z'><target>t</target></TestResult></Benchmark> | after now",
            })
    void whatIsNotReadNamesThePlaceAndRecordsNothing(String name, String content, String words) throws Exception {
        long before = entries();
        Path good = write("good.xml", xccdf("p", "x", "pass"));
        Path bad = write(name, content);
        Result refused = commands.run("evidence", "import", "-w", commands.folder(), good.toString(), bad.toString());
        assertEquals(ExitCode.REFUSED, refused.exit(), refused.err());
        assertTrue(refused.err().contains(words), refused.err());
        assertTrue(refused.err().contains(name), refused.err());
        assertEquals(before, entries());
    }

    @Test
    void hostileNamesReachNoTerminal() throws Exception {
        String name = "a&#x202e;b<![CDATA[\u009b31m]]>";
        Path file = write("h.xml", xccdf("p", "x", "fail").replace("host-1", name));
        Result result = commands.run("evidence", "import", "-w", commands.folder(), file.toString());
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        assertFalse(result.out().contains("\u202e") || result.out().contains("\u009b"), result.out());
    }

    @Test
    void theFileIsKeptAndVerifies() throws Exception {
        imported(write("a.xml", xccdf("p", "x", "pass")));
        assertEquals(ExitCode.DONE, commands.run("verify", commands.folder()).exit());
    }

    private List<Path> payloads() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(commands.folder(), "evidence"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// 17 MiB are more than one part of a file that is kept: the fault stands at the very end, or comes from packing.
    @Test
    void whatIsRefusedAtItsEndLeavesLedgerAndPayloadsAsTheyWere() throws Exception {
        imported(write("a.xml", xccdf("p", "x", "pass")));
        long before = entries();
        List<Path> payloads = payloads();
        String good = xccdf("p", "y", "fail");
        String long1 = good.replace("<target>", ("<!--" + "a ".repeat(1 << 19) + "-->").repeat(17) + "<target>");
        Path packed = temporary.resolve("bomb.xml.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(new byte[64 << 20]);
        }
        for (Path hostile : List.of(
                write("cut.xml", long1.substring(0, long1.length() - 1)),
                write("two.xml", long1 + good),
                write("bom.json", "\uFEFF{\"runs\":[" + "{".repeat(100_000)),
                packed)) {
            Result refused = commands.run("evidence", "import", "-w", commands.folder(), hostile.toString());
            assertEquals(ExitCode.REFUSED, refused.exit(), hostile + refused.err());
            assertTrue(refused.err().contains(String.valueOf(hostile.getFileName())), refused.err());
        }
        assertEquals(before, entries());
        assertEquals(payloads, payloads());
        assertEquals(ExitCode.DONE, commands.run("verify", commands.folder()).exit());
    }
}
