package org.cairn.collectors.imports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.evidence.Item;
import org.junit.jupiter.api.Test;

/// One small report of each format that no sample is at hand of, written after its specification.
final class ReportFormatsTest {
    private static ToolReport read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ImportFormat format = ToolReports.format(() -> new ByteArrayInputStream(bytes));
        return ToolReports.read(new ByteArrayInputStream(bytes), format, Optional.empty());
    }

    private static List<String> values(ToolReport report, String population, String... names) {
        return report.population(population).orElseThrow().items().stream()
                .map(item -> String.join(
                        " ", Stream.of(names).map(name -> value(item, name)).toList()))
                .toList();
    }

    private static String value(Item item, String name) {
        return item.value(name).orElse("-");
    }

    @Test
    void aChecklistOfTheStigViewerTellsRulesAndStates() throws IOException {
        ToolReport report = read("""
                <?xml version="1.0" encoding="UTF-8"?><!--STIG Viewer--><CHECKLIST><ASSET><HOST_NAME>h1</HOST_NAME></ASSET>
                <STIGS><iSTIG><STIG_INFO><SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>RHEL_8</SID_DATA></SI_DATA></STIG_INFO>
                <VULN><STIG_DATA><VULN_ATTRIBUTE>Rule_ID</VULN_ATTRIBUTE><ATTRIBUTE_DATA>SV-1</ATTRIBUTE_DATA></STIG_DATA>
                <STIG_DATA><VULN_ATTRIBUTE>CCI_REF</VULN_ATTRIBUTE><ATTRIBUTE_DATA>CCI-000366</ATTRIBUTE_DATA></STIG_DATA>
                <STATUS>Open</STATUS></VULN>
                <VULN><STIG_DATA><VULN_ATTRIBUTE>Rule_ID</VULN_ATTRIBUTE><ATTRIBUTE_DATA>SV-2</ATTRIBUTE_DATA></STIG_DATA>
                <STATUS>Not_Reviewed</STATUS></VULN></iSTIG></STIGS></CHECKLIST>""");
        assertEquals(ImportFormat.CKL, report.format());
        assertEquals(Optional.of("h1"), report.target());
        assertEquals(
                List.of("SV-1 fail CCI-000366", "SV-2 notchecked "),
                values(report, "results", "rule", "outcome", "cci"));
    }

    @Test
    void aChecklistInJsonTellsTheSame() throws IOException {
        ToolReport report = read("""
                {"title":"t","cklb_version":"1.0","target_data":{"host_name":"h1"},"stigs":[{"stig_id":"RHEL_8","rules":[
                {"rule_id":"SV-1","rule_title":"a","severity":"high","status":"not_a_finding","ccis":["CCI-000366"]},
                {"rule_id":"SV-2","status":"not_applicable"}]}]}""");
        assertEquals(ImportFormat.CKLB, report.format());
        assertEquals(
                List.of("SV-1 pass high", "SV-2 notapplicable -"),
                values(report, "results", "rule", "outcome", "severity"));
    }

    @Test
    void aControlOfInSpecIsAsGoodAsItsWorstResult() throws IOException {
        ToolReport report = read("""
                {"platform":{"name":"debian","release":"12","target_id":"h1"},"profiles":[{"name":"p","controls":[
                {"id":"c1","impact":0.7,"tags":{"nist":["AC-6 (9)","Rev_4"]},"results":[{"status":"passed","start_time":"2026-01-01T00:00:00Z"},{"status":"failed"}]},
                {"id":"c2","impact":0.5,"results":[{"status":"passed"},{"status":"skipped"}]},
                {"id":"c3","impact":0,"results":[{"status":"skipped"}]},
                {"id":"c4","impact":0.5,"results":[]},
                {"id":"c5","impact":0.5,"waiver_data":{"justification":"j"},"results":[{"status":"failed"}]}]}],"version":"5"}""");
        assertEquals(ImportFormat.HDF, report.format());
        assertEquals(
                List.of("c1 fail AC-6(9)", "c5 accepted ", "c2 unknown ", "c3 notapplicable ", "c4 notchecked "),
                values(report, "results", "rule", "outcome", "nist"));
    }

    @Test
    void rowsOfOsqueryAreNoResults() throws IOException {
        ToolReport report = read("""
                {"name":"q","hostIdentifier":"h1","unixTime":1767225600,"columns":{"pid":"1"},"action":"added"}
                {"name":"q","hostIdentifier":"h1","unixTime":1767225700,"snapshot":[{"pid":"2"},{"pid":"3"}],"action":"snapshot"}
                """);
        assertEquals(ImportFormat.OSQUERY, report.format());
        assertEquals(Map.of("row", 3L), report.counts());
        assertEquals(
                "2026-01-01T00:00:00Z", report.scannedAt().orElseThrow().at().toString());
    }

    @Test
    void findingsOfOcsfAreReadAndOtherEventsAreCounted() throws IOException {
        ToolReport report = read("""
                [{"class_uid":2003,"time":1767225600000,"severity":"High","metadata":{"product":{"name":"P","version":"1"}},
                "finding_info":{"uid":"f1","title":"t"},"compliance":{"control":"c1","status_id":3}},
                {"class_uid":2004,"status_code":"PASS","metadata":{"event_code":"e1","product":{"name":"P"}},"finding_info":{"title":"t"}},
                {"class_uid":4001,"time":1767225600000,"metadata":{"product":{"name":"P"}}}]""");
        assertEquals(ImportFormat.OCSF, report.format());
        assertEquals(Map.of("fail", 1L, "pass", 1L, "event-no-finding", 1L), report.counts());
        assertEquals(List.of("c1 high", "e1 -"), values(report, "results", "rule", "severity"));
    }

    @Test
    void spdxTagsAndCycloneDxXmlNameComponents() throws IOException {
        ToolReport tags = read("""
                SPDXVersion: SPDX-2.3
                DocumentName: d
                Created: 2026-01-01T00:00:00Z
                PackageName: a
                PackageVersion: 1
                ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/a@1
                PackageComment: <text>
                PackageName: not one
                </text>
                PackageName: b
                """);
        assertEquals(List.of("a 1 pkg:deb/debian/a@1", "b - -"), values(tags, "components", "name", "version", "purl"));
        ToolReport xml = read("""
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><timestamp>2026-01-01T00:00:00Z</timestamp>
                <component type="device"><name>h1</name></component></metadata><components><component type="library"><name>a</name>
                <version>1</version><components><component type="library"><name>b</name></component></components></component>
                </components></bom>""");
        assertEquals(Optional.of("h1"), xml.target());
        assertEquals(List.of("b -", "a 1"), values(xml, "components", "name", "version"));
    }

    @Test
    void anArfCollectionIsReadThroughToItsResults() throws IOException {
        ToolReport report = read("""
                <arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"><arf:report-requests>
                <x:Benchmark xmlns:x="http://checklists.nist.gov/xccdf/1.2" id="B"><x:Rule id="r"><x:title>T</x:title>
                <x:reference href="https://nvd/NIST.SP.800-53r4.pdf">AC-6(1)</x:reference><x:ident system="https://nvd.nist.gov/cce">CCE-80789-1</x:ident></x:Rule></x:Benchmark>
                </arf:report-requests><arf:reports><x:TestResult xmlns:x="http://checklists.nist.gov/xccdf/1.2" end-time="2026-01-01T00:00:00Z">
                <x:benchmark href="#b" id="B"/><x:target>h1</x:target><x:rule-result idref="r"><x:result>pass</x:result>
                <x:override time="t" authority="a"><x:old-result>fail</x:old-result><x:new-result>pass</x:new-result><x:remark>r</x:remark></x:override>
                </x:rule-result></x:TestResult></arf:reports></arf:asset-report-collection>""");
        assertEquals(
                List.of("r T accepted CCE-80789-1 AC-6(1)"),
                values(report, "results", "rule", "title", "outcome", "cce", "nist"));
    }

    @Test
    void whatSarifSuppressedOrLeftElsewhereIsNotLost() throws IOException {
        ToolReport report = read("""
                {"version":"2.1.0","runs":[{"results":[{"ruleId":"a","suppressions":[{"kind":"inSource"}]},{"ruleIndex":0,"kind":"pass"},
                {"ruleId":"b","baselineState":"absent"},{"ruleId":"c","kind":"review"}],
                "tool":{"driver":{"name":"T","rules":[{"id":"z","properties":{"tags":["external/cwe/cwe-079"]}}]}},
                "externalPropertyFileReferences":{"results":[{"location":{"uri":"x"}}]}}]}""");
        assertEquals(Map.of("accepted", 1L, "pass", 1L, "fixed", 1L, "unknown", 1L), report.counts());
        assertTrue(values(report, "results", "rule", "cwe").contains("z CWE-79"));
        assertTrue(!report.population("results").orElseThrow().complete());
    }

    @Test
    void twoTargetsInOneReportAreRefused() {
        UnreadableReport refused = assertThrows(UnreadableReport.class, () -> read("""
                {"hostIdentifier":"h1","columns":{"a":"1"}}
                {"hostIdentifier":"h2","columns":{"a":"1"}}
                """));
        assertTrue(String.valueOf(refused.getMessage()).contains("'h1' and about 'h2'"), refused.getMessage());
    }

    @Test
    void eventsOfTetragonAreRefusedByName() throws IOException {
        Path folder = Path.of("../../shared/data/json-events/tetragon");
        assumeTrue(Files.isDirectory(folder), "the samples are not on this machine: " + folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            assertEquals(ImportFormat.TETRAGON, ToolReports.format(() -> Files.newInputStream(file)), file.toString());
            try (InputStream in = Files.newInputStream(file)) {
                assertThrows(
                        UnreadableReport.class, () -> ToolReports.read(in, ImportFormat.TETRAGON, Optional.empty()));
            }
        }
    }
}
