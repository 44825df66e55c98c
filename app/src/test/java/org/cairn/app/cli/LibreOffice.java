package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// The program with which most people who have no other open a workbook.
final class LibreOffice {
    private LibreOffice() {}

    /// The workbook as LibreOffice writes it when a person saves it. Skips the test where it is not installed.
    static Path saved(Path workbook, Path temporary) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
                "soffice is not installed");
        Path folder = Files.createDirectory(temporary.resolve("saved"));
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=file://" + temporary.resolve("profile"),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("soffice.txt").toFile())
                .start();
        boolean ended = soffice.waitFor(3, TimeUnit.MINUTES);
        soffice.destroyForcibly();
        assertTrue(ended, "LibreOffice did not end");
        return folder.resolve(workbook.getFileName());
    }
}
