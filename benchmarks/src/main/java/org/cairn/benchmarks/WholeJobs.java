package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A full collection and a pack, each as one process from start to end, the passphrase's key derivation included.
record WholeJobs(Path root, Path folder) {
    private static final int RUNS = 3;

    List<Comparison> compare() throws Exception {
        WholeProcess shell = new WholeProcess(root, Map.of("CAIRN_PASSPHRASE", "benchmark passphrase, not a secret"));
        String cairn = root.resolve("cairn").toString();
        Path workspace = folder.resolve("workspace");
        shell.run(cairn, "init", workspace.toString(), "--organisation", "Benchmark", "--framework", "dora");
        List<Comparison> rows = new ArrayList<>();
        rows.add(collection(shell, cairn, workspace));
        rows.add(pack(shell, cairn, workspace));
        return rows;
    }

    private Comparison collection(WholeProcess shell, String cairn, Path workspace) throws Exception {
        require("lynis");
        Timing timing = Timing.inTurns(
                RUNS,
                () -> shell.run(cairn, "collect", "-w", workspace.toString()),
                () -> shell.run("lynis", "audit", "system", "--quick", "--no-colors", "--quiet"));
        return new Comparison(
                "full collection",
                "s",
                timing.oursSeconds(),
                "lynis audit system --quick",
                timing.theirsSeconds(),
                Comparison.Better.LESS,
                "all collectors, evidence encrypted, signed and recorded");
    }

    private Comparison pack(WholeProcess shell, String cairn, Path workspace) throws Exception {
        require("soffice");
        Path pack = folder.resolve("pack.zip");
        Path workbook = folder.resolve("workbook.xlsx");
        Files.deleteIfExists(pack);
        shell.run(cairn, "pack", "-w", workspace.toString(), "--framework", "dora", "--out", pack.toString());
        Files.write(
                workbook,
                new ProcessBuilder("unzip", "-p", pack.toString(), "workbook.xlsx")
                        .start()
                        .getInputStream()
                        .readAllBytes());
        Timing timing = Timing.inTurns(
                RUNS,
                () -> {
                    Files.deleteIfExists(pack);
                    return shell.run(
                            cairn, "pack", "-w", workspace.toString(), "--framework", "dora", "--out", pack.toString());
                },
                () -> shell.run(
                        "soffice",
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        workbook.toString()));
        return new Comparison(
                "audit pack",
                "s",
                timing.oursSeconds(),
                "LibreOffice prints the same workbook to PDF",
                timing.theirsSeconds(),
                Comparison.Better.LESS,
                "report, workbook, signatures, proofs, zip; the baseline signs and proves nothing");
    }

    private static void require(String tool) throws IOException {
        if (!WholeProcess.available(tool)) {
            throw new IOException("the baseline needs '" + tool + "', which is not installed");
        }
    }
}
