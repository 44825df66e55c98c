package org.cairn.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.WitnessKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a witness with SIGKILL: what it answered, it remembers.
class WitnessKillTest {
    static final String SECRET = "a long enough secret";

    @TempDir
    Path dir;

    @Test
    void noAnswerIsForgotten() throws Exception {
        for (int answers : new int[] {1, 20}) {
            Path folder = dir.resolve("witness-" + answers);
            Passphrase secret = Passphrase.of(SECRET.toCharArray());
            WitnessMemory memory = new WitnessMemory(
                    folder, WitnessKeyring.create(folder, "anna.example", secret, new SecureRandom()));
            long acknowledged = killAfter(answers, folder);
            Remembered seen = memory.of("log.example").orElseThrow();
            assertTrue(
                    seen.checkpoint().size() >= acknowledged,
                    "answered " + acknowledged + ", remembers "
                            + seen.checkpoint().size());
            assertEquals(seen.checkpoint().size(), seen.leaves().orElseThrow().size());
        }
    }

    private static long killAfter(int answers, Path folder) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnsweringChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader out = child.inputReader()) {
            for (int i = 0; i < answers; i++) {
                String line = out.readLine();
                assertTrue(line != null, "the witness ended by itself");
                last = Long.parseLong(String.valueOf(line));
            }
            child.destroyForcibly();
            child.waitFor();
        }
        return last;
    }
}
