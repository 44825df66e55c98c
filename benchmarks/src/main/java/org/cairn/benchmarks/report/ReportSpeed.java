package org.cairn.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.benchmarks.Comparison;
import org.cairn.benchmarks.Comparison.Better;
import org.cairn.benchmarks.Under;
import org.cairn.benchmarks.report.WatchedProcess.Cost;

/// A long report beside browsers and office programs that print the same HTML, a long workbook beside other libraries
/// that write the same rows, each as one process from start to end.
/// @param controls how many controls the report has; 265 make some 470 pages
/// @param rows     how many rows of evidence the workbook has
public record ReportSpeed(Path root, Path folder, int runs, int controls, int rows) {
    private static final String REPORT = "org.cairn.reports.pdf.LongReport";
    private static final String WORKBOOK = "org.cairn.reports.xlsx.LongWorkbook";

    public List<Comparison> compare() throws Exception {
        List<Comparison> lines = new ArrayList<>(report());
        lines.addAll(workbook());
        return lines;
    }

    private List<Comparison> report() throws Exception {
        Path html = folder.resolve("report.html");
        Path pdf = folder.resolve("report.pdf");
        Path byBrowser = folder.resolve("chromium.pdf");
        Path byOffice = Files.createDirectories(folder.resolve("office"));
        String count = Integer.toString(controls);
        java(REPORT, "html", html.toString(), count);
        List<Cost> costs = inTurns(
                () -> java(REPORT, "pdf", pdf.toString(), count),
                () -> WatchedProcess.run(
                        root,
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + byBrowser,
                        html.toUri().toString()),
                () -> WatchedProcess.run(
                        root,
                        "soffice",
                        "--headless",
                        "--convert-to",
                        "pdf:writer_web_pdf_Export",
                        "--outdir",
                        byOffice.toString(),
                        html.toString()));
        int pages = pages(pdf);
        Path converted = byOffice.resolve("report.pdf");
        return List.of(
                pages(pages, costs.get(0), "headless Chromium prints the same HTML", pages(byBrowser), costs.get(1)),
                memory("report of " + pages + " pages", costs.get(0), "the same", costs.get(1)),
                pages(pages, costs.get(0), "LibreOffice converts the same HTML", pages(converted), costs.get(2)),
                memory("report of " + pages + " pages", costs.get(0), "the same", costs.get(2)));
    }

    private List<Comparison> workbook() throws Exception {
        Path text = folder.resolve("rows.txt");
        String count = Integer.toString(rows);
        java(WORKBOOK, "rows", text.toString(), count);
        List<Cost> costs = inTurns(
                () -> java(WORKBOOK, "workbook", folder.resolve("ours.xlsx").toString(), count),
                () -> other("sxssf", text),
                () -> other("fastexcel", text));
        String name = "workbook of " + count + " rows";
        return List.of(
                seconds(name, costs.get(0), "SXSSF", costs.get(1)),
                memory(name, costs.get(0), "SXSSF", costs.get(1)),
                seconds(name, costs.get(0), "fastexcel", costs.get(2)),
                memory(name, costs.get(0), "fastexcel", costs.get(2)));
    }

    private Cost other(String library, Path text) throws IOException, InterruptedException {
        return java(
                OtherWorkbooks.class.getName(),
                library,
                text.toString(),
                folder.resolve(library + ".xlsx").toString());
    }

    /// With the options of the `cairn` command.
    private Cost java(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx1g",
                "-XX:MetaspaceSize=64m",
                "-cp",
                System.getProperty("java.class.path")
                        + File.pathSeparator
                        + root.resolve("reports/target/test-classes"),
                main));
        command.addAll(List.of(arguments));
        return WatchedProcess.run(root, command.toArray(String[]::new));
    }

    @FunctionalInterface
    private interface Candidate {
        Cost run() throws Exception;
    }

    /// The run with the median wall time of each; one run of each goes before and is not counted.
    private List<Cost> inTurns(Candidate... candidates) throws Exception {
        List<List<Cost>> costs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Under.way("candidate " + (costs.size() + 1) + ", not counted", candidate::run);
            costs.add(new ArrayList<>());
        }
        for (int run = 1; run <= runs; run++) {
            for (int i = 0; i < candidates.length; i++) {
                String of = "candidate " + (i + 1) + ", run " + run + " of " + runs;
                costs.get(i).add(Under.way(of, candidates[i]::run));
            }
        }
        return costs.stream().map(ReportSpeed::median).toList();
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static int pages(Path pdf) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("pdfinfo", pdf.toString()).start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.filter(line -> line.startsWith("Pages:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow(() -> new IOException(pdf + " is no PDF"));
        } finally {
            process.waitFor();
        }
    }

    private static Comparison pages(int ours, Cost cost, String baseline, int theirs, Cost other) {
        return new Comparison(
                "report of " + ours + " pages",
                "pages/s",
                ours / cost.seconds(),
                baseline + ", " + theirs + " pages",
                theirs / other.seconds(),
                Better.MORE,
                processor(cost, other)
                        + "; ours builds the report, tags it and embeds fonts for PDF/A-3a and PDF/UA-1");
    }

    private static Comparison seconds(String name, Cost cost, String baseline, Cost other) {
        return new Comparison(
                name,
                "s",
                cost.seconds(),
                baseline + " writes the same rows",
                other.seconds(),
                Better.LESS,
                processor(cost, other) + "; ours makes the rows from evidence, the baseline reads them from a file");
    }

    private static Comparison memory(String name, Cost cost, String baseline, Cost other) {
        return new Comparison(
                name + ", most memory",
                "MiB",
                cost.mebibytes(),
                baseline,
                other.mebibytes(),
                Better.LESS,
                "resident, all processes together");
    }

    private static String processor(Cost cost, Cost other) {
        return String.format(
                Locale.ROOT,
                "processor time %.1f s, baseline %.1f s",
                cost.processorSeconds(),
                other.processorSeconds());
    }
}
