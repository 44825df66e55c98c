package org.cairn.collectors.imports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports that are cut, of another encoding, too deep, or made to do harm: one for each format, written here.
final class HostileReportsTest {
    private static final Map<String, String> XML = Map.of(
            "xccdf", """
                    <Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="B"><TestResult id="t" end-time="2026-01-01T00:00:00Z">
                    <target>%s</target><rule-result idref="%s"><result>fail</result></rule-result></TestResult></Benchmark>""",
            "arf", """
                    <arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"><arf:reports><arf:report>
                    <arf:content><TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" end-time="2026-01-01T00:00:00Z"><target>%s</target>
                    <rule-result idref="%s"><result>fail</result></rule-result></TestResult></arf:content></arf:report></arf:reports>
                    </arf:asset-report-collection>""",
            "ckl", """
                    <CHECKLIST><ASSET><HOST_NAME>%s</HOST_NAME></ASSET><STIGS><iSTIG><VULN><STIG_DATA><VULN_ATTRIBUTE>Rule_ID</VULN_ATTRIBUTE>
                    <ATTRIBUTE_DATA>%s</ATTRIBUTE_DATA></STIG_DATA><STATUS>Open</STATUS></VULN></iSTIG></STIGS></CHECKLIST>""",
            "cyclonedx-xml", """
                    <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component type="device"><name>%s</name></component></metadata>
                    <components><component type="library"><name>%s</name></component></components></bom>""");
    private static final Map<String, String> JSON = Map.of(
            "cklb", """
                    {"title":"t","cklb_version":"1.0","target_data":{"host_name":"%s"},"stigs":[{"stig_id":"R","rules":[
                    {"rule_id":"%s","severity":"high","status":"open"}]}]}""",
            "hdf", """
                    {"platform":{"name":"debian","release":"12","target_id":"%s"},"profiles":[{"name":"p","controls":[{"id":"%s",
                    "impact":0.7,"results":[{"status":"failed"}]}]}],"version":"5"}""",
            "sarif", """
                    {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"%s"}},"results":[{"ruleId":"%s"}]}]}""",
            "trivy", """
                    {"SchemaVersion":2,"ArtifactName":"%s","Results":[{"Target":"d","Misconfigurations":[{"ID":"%s","Status":"FAIL"}]}]}""",
            "cyclonedx", """
                    {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"%s"}},"components":[{"type":"library","name":"%s"}]}""",
            "spdx", """
                    {"spdxVersion":"SPDX-2.3","name":"%s","packages":[{"name":"%s"}]}""",
            "ocsf", """
                    {"class_uid":2003,"metadata":{"product":{"name":"%s"}},"finding_info":{"title":"%s"},"compliance":{"status_id":3}}""");

    private static String filled(String report) {
        return report.formatted("host-1", "rule-1");
    }

    static Stream<String> reports() {
        return Stream.concat(XML.values().stream(), JSON.values().stream()).map(HostileReportsTest::filled);
    }

    static Stream<String> xmlReports() {
        return XML.values().stream().map(HostileReportsTest::filled);
    }

    static Stream<String> jsonReports() {
        return JSON.values().stream().map(HostileReportsTest::filled);
    }

    private static ToolReport read(byte[] content) throws IOException {
        ImportFormat format = ToolReports.format(() -> new ByteArrayInputStream(content));
        return ToolReports.read(new ByteArrayInputStream(content), format, Optional.empty());
    }

    private static ToolReport read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(byte[] content) {
        return String.valueOf(
                assertThrows(UnreadableReport.class, () -> read(content)).getMessage());
    }

    private static String refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsCutAnywhereIsRefused(String report) throws IOException {
        assertFalse(read(report).counts().isEmpty(), report);
        for (int length = 0; length < report.length(); length++) {
            String cut = report.substring(0, length);
            assertThrows(UnreadableReport.class, () -> read(cut), cut);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsPackedAndCutAnywhereIsRefused(String report) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(report.getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        assertEquals(read(report).counts(), read(whole).counts());
        for (int length = 3; length < whole.length; length += 5) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> read(cut), length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("xmlReports")
    void noEntityOfAnyKindIsFollowed(String report) {
        String laughs = "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
                + Stream.iterate(1, i -> i < 30, i -> i + 1)
                        .map(i -> "<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1))
                        .reduce("", String::concat)
                + "]>";
        for (String type : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a SYSTEM \"http://192.0.2.1/evil.dtd\">",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://192.0.2.1/p\"> %p;]>",
                "<!DOCTYPE a []>",
                laughs)) {
            for (String entity : List.of("&x;", "&l29;", "host-1")) {
                String said = refused(type + report.replace("host-1", entity));
                assertTrue(said.contains("document type") && said.startsWith("line 1"), said);
            }
        }
        String undeclared = refused(report.replace("host-1", "&x;"));
        assertTrue(undeclared.startsWith("line "), undeclared);
    }

    @ParameterizedTest
    @MethodSource("jsonReports")
    void aValueThatIsTooDeepIsRefusedWhereverItStands(String report) {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        String aside = report.strip().replaceFirst("\\{", "{\"other\":" + deep + ",");
        assertTrue(refused(aside).length() < 1000);
        assertTrue(refused(report.replace("\"rule-1\"", deep)).length() < 1000);
    }

    @ParameterizedTest
    @MethodSource("xmlReports")
    void elementsThatAreTooDeepAreRefused(String report) {
        String deep = "<x>".repeat(100_000) + "</x>".repeat(100_000);
        String said = refused(report.replace("host-1", deep));
        assertTrue(said.startsWith("line ") && said.length() < 1000, said);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void utf16IsReadByItsMarkAndRefusedWithoutOne(String report) throws IOException {
        Map<String, Long> counts = read(report).counts();
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(counts, read(("\uFEFF" + report).getBytes(charset)).counts());
            assertTrue(refused(report.getBytes(charset)).length() < 1000);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void latin1IsRefusedUnlessXmlSaysSo(String report) throws IOException {
        byte[] latin = report.replace("rule-1", "Pr\u00fcfung").getBytes(StandardCharsets.ISO_8859_1);
        String said = refused(latin);
        assertTrue(said.contains("encoding") || said.contains("UTF-8"), said);
        if (report.startsWith("<")) {
            byte[] named = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + report.replace("rule-1", "Pr\u00fcfung"))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertTrue(read(named).toString().contains("Pr\u00fcfung"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u202eexe.fdp", "a\u0085b", "a\u009b31mred", "\u2066x\u2069", "../../etc/passwd", "a\u2028b"})
    void namesThatSteerATerminalAreMadePlain(String name) throws IOException {
        for (String report :
                Stream.concat(XML.values().stream(), JSON.values().stream()).toList()) {
            ToolReport read = read(report.formatted(name, name));
            List<String> texts = new ArrayList<>(List.of(read.target().orElse("")));
            for (Population population : read.populations()) {
                for (Item item : population.items()) {
                    texts.addAll(item.values().values());
                }
            }
            for (String text : texts) {
                assertTrue(
                        text.codePoints()
                                .noneMatch(c -> Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.LINE_SEPARATOR),
                        text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[31m", "\\n\\nok", "\\r", "\\u0000", "\\ud800"})
    void escapesOfJsonAreMadePlainOrRefused(String name) throws IOException {
        for (String report : JSON.values()) {
            try {
                for (Population population : read(report.formatted("h", name)).populations()) {
                    population
                            .items()
                            .forEach(item -> item.values()
                                    .values()
                                    .forEach(text -> assertTrue(
                                            text.chars()
                                                    .noneMatch(c -> Character.isISOControl(c)
                                                            || Character.isSurrogate((char) c)),
                                            text)));
                }
            } catch (UnreadableReport e) {
                assertTrue(String.valueOf(e.getMessage()).length() < 1000);
            }
        }
    }

    @Test
    void aStatementAboutNoProductIsShownAndCoversNothing() throws IOException {
        ToolReport report = read("""
                {"@context":"https://openvex.dev/ns","@id":"v","author":"a","timestamp":"2026-01-01T00:00:00Z",
                "statements":[{"vulnerability":"CVE-1","status":"not_affected"}]}""");
        assertEquals(Map.of("not_affected", 1L), report.counts());
        assertEquals(
                Optional.empty(),
                report.population("statements").orElseThrow().items().getFirst().value("purl"));
    }

    @Test
    void controlsOfAnUpperProfileAreCountedWhereTheirResultsStand() throws IOException {
        String report = """
                {"platform":{"name":"debian","release":"12"},"profiles":[{"name":"overlay","controls":[
                {"id":"c1","impact":0.5,"results":[]},{"id":"c2","impact":0.5,"results":[]}]},
                {"name":"base"%s,"controls":[{"id":"c1","impact":0.5,"results":[{"status":"passed"}]}]}],"version":"5"}""";
        assertEquals(
                Map.of("pass", 1L, "notchecked", 1L),
                read(report.formatted(",\"parent_profile\":\"overlay\"")).counts());
        assertEquals(
                Map.of("pass", 1L, "notchecked", 2L), read(report.formatted("")).counts());
    }

    @ParameterizedTest
    @CsvSource({"passed, pass", "failed, fail", "skipped, unknown", "?, error"})
    void eachLineOfInSpecsSmallReportIsAResult(String status, String outcome) throws IOException {
        ToolReport report = read("""
                {"controls":[{"id":"c1","profile_id":"p","status":"passed","code_desc":"first"},
                {"id":"c2","profile_id":"p","profile_sha256":"0","status":"%s","code_desc":"File /etc is there"}],
                "statistics":{"duration":0.1},"version":"5.22.3"}""".formatted(status));
        assertEquals(ImportFormat.INSPEC, report.format());
        assertEquals(
                outcome,
                report.population("results").orElseThrow().items().stream()
                        .filter(item -> item.value("rule").equals(Optional.of("c2")))
                        .findFirst()
                        .orElseThrow()
                        .value("outcome")
                        .orElseThrow());
    }
}
