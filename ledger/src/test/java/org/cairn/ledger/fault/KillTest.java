package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing program with SIGKILL at random moments; `-Dkills=50` does it oftener, `-Dkill.seed=N` repeats a
/// run.
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", Faults.count(5, 60));

    private static final long SEED = Long.getLong("kill.seed", 7);

    @TempDir
    Path dir;

    @Test
    void noAcknowledgedEntryIsEverLost() throws Exception {
        Path folder = dir.resolve("ledger");
        Path acknowledged = dir.resolve("acknowledged");
        Path keys = dir.resolve("keys");
        JdkSigner signer = new JdkSigner("example.org/log");
        signer.write(keys);
        Ledger.create(folder, "example.org/log", signer).close();
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(50 + random.nextInt(600), folder, acknowledged, keys);
            expectEverything(folder, acknowledged, signer);
        }
        assertTrue(Files.size(acknowledged) > 0, "the program never got to append");
        assertInstanceOf(Verdict.Intact.class, LedgerAudit.audit(folder, signer.keys()));
    }

    /// Waits for the first acknowledgement, so that the time is spent in appends, and not in starting Java.
    private static void killAfter(int milliseconds, Path folder, Path acknowledged, Path keys)
            throws IOException, InterruptedException {
        long before = Files.exists(acknowledged) ? Files.size(acknowledged) : 0;
        Process child = new ProcessBuilder(Program.command(
                        AppendingChild.class, folder.toString(), acknowledged.toString(), keys.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("output").toFile())
                .start();
        while (child.isAlive() && (!Files.exists(acknowledged) || Files.size(acknowledged) == before)) {
            child.waitFor(5, TimeUnit.MILLISECONDS);
        }
        child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        assertTrue(child.isAlive(), () -> "the program ended by itself: " + output(folder));
        child.destroyForcibly();
        child.waitFor();
    }

    private static String output(Path folder) {
        try {
            return Files.readString(folder.resolveSibling("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// The last line may have been cut off with the program; every whole one counts.
    private static void expectEverything(Path folder, Path acknowledged, JdkSigner signer) throws Exception {
        String text = Files.readString(acknowledged, StandardCharsets.UTF_8);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        try (Ledger ledger = Ledger.openForWriting(folder, signer)) {
            assertEquals(new Condition.Writable(), ledger.condition());
            for (String line : lines) {
                int space = line.indexOf(' ');
                long index = Long.parseLong(line.substring(0, space));
                assertTrue(
                        index < ledger.size(),
                        () -> "entry " + index + " was acknowledged, " + ledger.size() + " are there");
                assertEquals(
                        line.substring(space + 1), ledger.entry(index).asUtf8().strip(), "entry " + index);
            }
        }
        if (!text.endsWith("\n")) {
            Files.writeString(acknowledged, text.substring(0, text.lastIndexOf('\n') + 1));
        }
    }
}
