package org.cairn.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.benchmarks.imports.MeasureImport;

/// Reading reports of other tools: some 100 MB of XCCDF results within an ARF, and 1,000,000 results of SARIF, each in
/// a
/// process of its own with 512 MB. The baseline parses the same file with the same parser and keeps nothing.
record ImportSpeed(Path root, Path folder) {
    private static final int RULES = 330_000;
    private static final int RESULTS = 1_000_000;
    private static final int RUNS = 3;

    List<Comparison> compare() throws Exception {
        Path arf = folder.resolve("arf.xml");
        Path sarif = folder.resolve("results.sarif");
        writeArf(arf);
        writeSarif(sarif);
        return List.of(
                row("read an ARF of 330,000 results", arf, "bare-xml", "the JDK's StAX parser alone"),
                row("read 1,000,000 SARIF results", sarif, "bare-json", "Jackson's streaming parser alone"));
    }

    private Comparison row(String name, Path file, String bare, String baseline) throws Exception {
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        double peak = 0;
        for (int run = 0; run < RUNS; run++) {
            Map<String, Double> figures = child("read", file);
            our.add(figures.getOrDefault("seconds", Double.NaN));
            peak = Math.max(peak, figures.getOrDefault("peak", Double.NaN));
            their.add(child(bare, file).getOrDefault("seconds", Double.NaN));
        }
        double megabytes = Files.size(file) / 1e6;
        return new Comparison(
                name,
                "MB/s",
                megabytes / median(our),
                baseline,
                megabytes / median(their),
                Comparison.Better.MORE,
                String.format(
                        Locale.ROOT, "%.0f MB; most memory ever held %.0f MiB, heap at most 512", megabytes, peak));
    }

    private Map<String, Double> child(String what, Path file) throws Exception {
        String printed = new WholeProcess(root, Map.of())
                .run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasureImport.class.getName(),
                        what,
                        file.toString());
        Map<String, Double> figures = new HashMap<>();
        printed.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 2 && words[1].matches("[0-9]+\\.[0-9]+"))
                .forEach(words -> figures.put(words[0], Double.valueOf(words[1])));
        if (!figures.containsKey("peak")) {
            throw new IOException("measuring " + what + " printed no figures: " + printed);
        }
        return figures;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static void writeArf(Path file) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write(
                    "<arf:asset-report-collection xmlns:arf=\"http://scap.nist.gov/schema/asset-reporting-format/1.1\">"
                            + "<arf:reports><TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\""
                            + " end-time=\"2026-01-01T00:00:00Z\"><target>host</target>\n");
            for (int i = 0; i < RULES; i++) {
                to.write("<rule-result idref=\"xccdf_org.example.content_rule_" + i % 1_500
                        + "\" role=\"full\" time=\"2026-01-01T00:00:00Z\" severity=\"medium\" weight=\"1.0\">\n<result>"
                        + (i % 7 == 0 ? "fail" : "pass") + "</result><ident system=\"http://cyber.mil/cci\">CCI-000366"
                        + "</ident><check system=\"http://oval.mitre.org/XMLSchema/oval-definitions-5\">"
                        + "<check-content-ref name=\"d\"/></check></rule-result>\n");
            }
            to.write("</TestResult></arf:reports></arf:asset-report-collection>\n");
        }
    }

    private static void writeSarif(Path file) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Example\"}},\"results\":[\n");
            for (int i = 0; i < RESULTS; i++) {
                to.write((i == 0 ? "" : ",") + "{\"ruleId\":\"R" + i % 500
                        + "\",\"level\":\"warning\",\"message\":{\"text\":\"Something is wrong here (CWE-79).\"},"
                        + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/file" + i % 9_000
                        + ".c\"},\"region\":{\"startLine\":" + i % 2_000 + "}}}]}\n");
            }
            to.write("]}]}\n");
        }
    }
}
