package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the script that `docs/verify.md` gives to the reader, as it stands there.
class RecomputeScriptTest {
    private static final String ORIGIN = "example.org/log";
    private static final JdkSigner SIGNER = new JdkSigner(ORIGIN);

    @TempDir
    Path dir;

    private record Run(int exit, String output) {}

    private static String script() throws IOException {
        String page = Files.readString(Path.of("../docs/verify.md"));
        String section = page.substring(page.indexOf("## Recompute the root yourself"));
        int start = section.indexOf("```python\n") + "```python\n".length();
        return section.substring(start, section.indexOf("```", start));
    }

    private Run run(Path ledger) throws Exception {
        Path file = dir.resolve("root.py");
        Files.writeString(file, script());
        Process python;
        try {
            python = new ProcessBuilder("python3", file.toString(), ledger.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is not installed");
            return new Run(-1, "");
        }
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(python.waitFor(), output.strip());
    }

    private Path ledger(int size) throws LedgerException {
        Path folder = dir.resolve("ledger-" + size);
        try (Ledger ledger = Ledger.create(folder, ORIGIN, SIGNER)) {
            ledger.appendAll(IntStream.range(0, size)
                    .mapToObj(i -> Bytes.utf8("entry " + i + " ".repeat(i % 300)))
                    .toList());
        }
        return folder;
    }

    @Test
    void theScriptHasAtMostTenLines() throws Exception {
        assertTrue(script().lines().count() <= 10, script());
    }

    @Test
    void theScriptFindsTheSignedRootOfLedgersOfEveryShape() throws Exception {
        for (int size : List.of(0, 1, 2, 255, 256, 257, 512, 700)) {
            assertEquals(new Run(0, "the same root"), run(ledger(size)), "size " + size);
        }
    }

    @Test
    void theScriptNoticesAChangedEntry() throws Exception {
        Path folder = ledger(300);
        for (String bundle : List.of("tile/entries/000", "tile/entries/001.p/44")) {
            byte[] content = Files.readAllBytes(folder.resolve(bundle));
            content[10] ^= 1;
            Files.write(folder.resolve(bundle), content);
            assertEquals(new Run(1, "ANOTHER ROOT than the checkpoint's"), run(folder), bundle);
            content[10] ^= 1;
            Files.write(folder.resolve(bundle), content);
        }
        assertEquals(new Run(0, "the same root"), run(folder));
    }
}
