package org.cairn.collectors.imports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ToolReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports that the tools themselves wrote. The counts were made independently, over the parsed documents.
final class ScannerSamplesTest {
    private static final Path SAMPLES = Path.of("../../shared/data/scanners");

    static ToolReport read(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "the samples are not on this machine: " + file);
        ImportFormat format = ToolReports.format(() -> Files.newInputStream(file));
        try (InputStream in = Files.newInputStream(file)) {
            return ToolReports.read(in, format, Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oscap-xccdf-debian12-cis-l1.xml.gz | XCCDF | error=1 fail=8 notapplicable=262 notchecked=5 notselected=484 pass=127",
                "oscap-xccdf-wrong-platform-all-notapplicable.xml.gz | XCCDF | notapplicable=50 notselected=305",
                "heimdall2/xccdf-openscap-rhel8.xml.gz | XCCDF | error=21 fail=166 pass=61",
                "lynis-report.dat | LYNIS | fail=47 informational=201 notchecked=213",
                "heimdall2/sarif_input.sarif.gz | SARIF | fail=77",
                "trivy/debian-buster.json | TRIVY | vulnerability-critical=1 vulnerability-low=1",
                "trivy/dockerfile.json | TRIVY | fail=1",
                "trivy/license-cyclonedx.json | TRIVY | informational=3",
                "trivy/pip.json | TRIVY | vulnerability-high=1 vulnerability-medium=1",
                "trivy/poetry.json | TRIVY | vulnerability-high=1",
                "trivy/secrets.json | TRIVY | fail=2",
                "heimdall2/grype-amazon.json | GRYPE | vulnerability-high=6 vulnerability-low=1 vulnerability-medium=6 vulnerability-unknown=3",
                "osv/results-empty.json | OSV | ''",
                "osv/results-some.json | OSV | vulnerability-unknown=1",
                "heimdall2/cyclonedx-syft-alpine.json | CYCLONEDX_JSON | component=16",
                "cyclonedx/CBOM_Certificate_bom.json | CYCLONEDX_JSON | component=4",
                "heimdall2/cyclonedx-vex.json | CYCLONEDX_JSON | not_affected=1",
                "cyclonedx/VEX_CISA-Use-Cases_Case-1_vex-affected.json | CYCLONEDX_JSON | affected=1",
                "cyclonedx/VEX_CISA-Use-Cases_Case-1_vex-not_affected.json | CYCLONEDX_JSON | not_affected=1",
                "heimdall2/spdx-2.2-example.json | SPDX_JSON | component=4",
            })
    void countsWhatIsInTheReport(String name, ImportFormat format, String counts) throws IOException {
        ToolReport report = read(name);
        assertEquals(format, report.format());
        Map<String, Long> expected = new TreeMap<>();
        for (String each : counts.isBlank() ? new String[0] : counts.split(" ", -1)) {
            expected.put(each.substring(0, each.indexOf('=')), Long.parseLong(each.substring(each.indexOf('=') + 1)));
        }
        assertEquals(expected, report.counts());
        assertTrue(report.refusals().isEmpty(), report.refusals().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oscap-xccdf-debian12-cis-l1.xml.gz | OpenSCAP | 1.3.7 | vm | 2026-11-21T03:06:28Z",
                "heimdall2/xccdf-openscap-rhel8.xml.gz | OpenSCAP | 1.3.5 | localhost | 2021-11-12T16:37:31Z",
                "lynis-report.dat | Lynis | 3.0.8 | vm | 2026-11-21T02:07:34Z",
                "heimdall2/sarif_input.sarif.gz | Flawfinder | 2.0.15 | '' | ''",
                "trivy/debian-buster.json | Trivy | dev | testdata/fixtures/images/debian-buster.tar.gz | 2021-08-25T12:20:30.000000005Z",
                "heimdall2/grype-amazon.json | Grype | 0.79.3 | cloudwatch_to_s3:latest | 2024-08-29T17:47:41.623667Z",
                "osv/results-some.json | OSV-Scanner | '' | '' | ''",
                "heimdall2/cyclonedx-syft-alpine.json | syft | 1.11.0 | alpine | 2024-08-19T12:25:05Z",
                "heimdall2/spdx-2.2-example.json | LicenseFind-1.0 | '' | SPDX-Tools-v2.0 | 2010-01-29T18:30:22Z",
            })
    void knowsWhoMadeItWhenAndOfWhat(String name, String tool, String version, String target, String at)
            throws IOException {
        ToolReport report = read(name);
        assertEquals(tool, report.tool());
        assertEquals(version, report.toolVersion().orElse(""));
        assertEquals(target, report.target().orElse(""));
        assertEquals(at, report.scannedAt().map(time -> time.at().toString()).orElse(""));
    }

    @Test
    void rulesOfAStigCarryTheirControlsAndThoseOfOneRuleAreOneMember() throws IOException {
        var results = read("heimdall2/xccdf-openscap-rhel8.xml.gz")
                .population("results")
                .orElseThrow();
        assertTrue(results.complete());
        assertEquals(248, results.items().size());
        var first = results.items().stream()
                .filter(item -> item.value("rule").orElse("").equals("xccdf_mil.disa.stig_rule_SV-230223r792855_rule"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("CCI-000068"), first.value("cci"));
        assertEquals(Optional.of("no"), first.value("passed"));
    }

    @Test
    void aGrypeReportTellsTheAgeOfItsDatabase() throws IOException {
        assertEquals(
                "2024-08-29T01:31:52Z",
                read("heimdall2/grype-amazon.json")
                        .databaseAt()
                        .orElseThrow()
                        .at()
                        .toString());
    }

    @Test
    void aStatementNamesThePackageThatItIsAbout() throws IOException {
        var statements =
                read("heimdall2/cyclonedx-vex.json").population("statements").orElseThrow();
        assertEquals(
                Optional.of("pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.10.0?type=jar"),
                statements.items().getFirst().value("purl"));
    }
}
