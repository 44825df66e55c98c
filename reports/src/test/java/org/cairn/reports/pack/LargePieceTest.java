package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargePieceTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aFileOfThreeTimesTheHeapIsWrittenAndVerified() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargePieceChild.class.getName(),
                        folder.resolve("large.zip").toString(),
                        "200")
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("[]", printed);
        assertEquals(0, child.waitFor());
    }

    @Test
    void whatIsWrittenPieceByPieceIsInTheZipAsWhatIsHeld() throws Exception {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        byte[] text = "type=SYSCALL success=yes\n".repeat(9_000).getBytes(StandardCharsets.UTF_8);
        for (byte[] content : new byte[][] {noise, text, new byte[300_000], {}}) {
            Bytes bytes = Bytes.copyOf(content);
            Path inPieces = zip(
                    "pieces.zip",
                    writer -> assertEquals(Digest.sha256(bytes), writer.add("a/b", (PackPart.Content) () -> bytes)));
            Path held = zip("held.zip", writer -> writer.add("a/b", bytes));
            assertEquals(-1, Files.mismatch(inPieces, held));
            assertEquals(bytes, PackZip.read(held).get("a/b"));
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(ZipWriter writer) throws IOException, VaultException;
    }

    private Path zip(String name, Filling filling) throws IOException, VaultException {
        try (var out = new ByteArrayOutputStream()) {
            var writer = new ZipWriter(out, AT);
            filling.fill(writer);
            writer.finish();
            return Files.write(folder.resolve(name), out.toByteArray());
        }
    }
}
