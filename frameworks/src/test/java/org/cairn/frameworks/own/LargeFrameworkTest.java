package org.cairn.frameworks.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is large and still taken, in a JVM of its own with half a gigabyte; and what is too large.
class LargeFrameworkTest {
    private static final int ROWS = 50_000;

    @TempDir
    private Path folder = Path.of("");

    /// Reads a file, checks it, and writes its canonical form.
    public static final class Import {
        private Import() {}

        public static void main(String[] arguments) throws IOException, MalformedFramework {
            Path file = Path.of(arguments[0]);
            Bytes content = FrameworkFile.read(file);
            OwnFramework framework =
                    new DraftCheck("F.csv", _ -> true).check(CsvTable.read("F.csv", content), Optional.empty());
            Bytes canonical = CanonicalForm.write(framework);
            OwnFramework again = CanonicalForm.read("payload", canonical, _ -> true);
            System.out.println(framework.nodes().size() + " " + again.equals(framework));
        }
    }

    @Test
    void fiftyThousandRowsOfTextAreReadWithinHalfAGigabyte() throws Exception {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("row,id,parent,ref,title,text,assessable\r\nframework,our-rules,,1,Ours,,\r\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("requirement,R-" + i + "," + (i < 10 ? "" : "R-" + i / 10) + ",p. " + i + ",Title of row " + i
                        + ",\"" + ("What row " + i + " asks, said at length. ").repeat(20) + "\",yes\r\n");
            }
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Import.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        assertEquals(ROWS + " true", said.strip());
    }

    @Test
    void aHundredMegabytesAreRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }

        assertEquals(
                List.of(new Fault("file", "larger than 64 MiB; split the framework")),
                assertThrows(MalformedFramework.class, () -> FrameworkFile.read(file))
                        .faults());
    }
}
