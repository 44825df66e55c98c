package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.LedgerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traces a writing program once and plays its calls back on a disk that keeps only what was forced ([DiskModel]). The
/// power then fails after every call, and the ledger is opened from what is left.
class PowerLossTest {
    private static final int RANDOM_IMAGES = Faults.count(1, 30);
    private static final long SEED = Long.getLong("power.seed", 5);

    @TempDir
    Path dir;

    private final JdkSigner signer = new JdkSigner(LedgerJob.ORIGIN);
    private final Random random = new Random(SEED);

    @BeforeEach
    void keepKeys() throws Exception {
        Strace.assumeWorking();
        signer.write(dir.resolve("keys"));
    }

    @Test
    void whatWasAcknowledgedIsThereWhateverElseThePowerFailureTook() throws Exception {
        LedgerJob.prepare(dir.resolve("ledger"), "work", signer);
        playBack("work", new DiskModel(dir.resolve("ledger")), LedgerJob.BEFORE);
    }

    @Test
    void whatWasAcknowledgedIsThereWhileAFullTailStartsAnew() throws Exception {
        LedgerJob.prepare(dir.resolve("ledger"), "renew", signer);
        playBack("renew", new DiskModel(dir.resolve("ledger")), LedgerJob.BEFORE_RENEWING);
    }

    @Test
    void aProgramThatDoesNotForceWouldBeNoticed() throws Exception {
        DiskModel disk = new DiskModel(dir.resolve("ledger"));
        trace("found").stream()
                .filter(event -> !(event instanceof DiskEvent.Forced))
                .forEach(disk::take);
        Path image = Files.createDirectory(dir.resolve("image"));
        disk.leave(dir, image, _ -> 0);
        assertFalse(Files.exists(image.resolve("ledger")));
    }

    @Test
    void aLedgerThatWasFoundedIsThereWhateverElseThePowerFailureTook() throws Exception {
        playBack("found", new DiskModel(dir.resolve("ledger")), 0);
    }

    private void playBack(String job, DiskModel disk, long before) throws Exception {
        List<DiskEvent> events = trace(job);
        List<String> said = new ArrayList<>();
        int images = 0;
        for (DiskEvent event : events) {
            disk.take(event);
            if (event instanceof DiskEvent.Said(String text)) {
                said.addAll(text.lines().toList());
            }
            for (IntUnaryOperator choice : choices()) {
                images++;
                String happened = "power failure after " + said + ", image " + images + ", seed " + SEED + ", then "
                        + (event instanceof DiskEvent.Written(String file, var _, var _) ? "write to " + file : event);
                Path image = Files.createTempDirectory(memory(), "cairn-image");
                disk.leave(dir, image, choice);
                judge(job, image.resolve("ledger"), said, before, happened);
                Folders.delete(image);
            }
        }
        assertTrue(said.contains("closed"), said::toString);
        assertTrue(events.size() > 30, "only " + events.size() + " events were traced");
        FaultReport.write(
                "power-" + job,
                "Power failures while a program was to " + job + ", no acknowledged entry lost",
                Map.of("moments", events.size(), "images", images));
    }

    /// A file system in memory where there is one: images need not outlive the test.
    private Path memory() {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared) ? shared : dir;
    }

    /// Only what was forced; everything; and some at random.
    private List<IntUnaryOperator> choices() {
        List<IntUnaryOperator> choices =
                new ArrayList<>(Faults.LONG ? List.of(_ -> 0, states -> states - 1) : List.of(_ -> 0));
        for (int i = 0; i < RANDOM_IMAGES; i++) {
            choices.add(random::nextInt);
        }
        return choices;
    }

    private void judge(String job, Path folder, List<String> said, long before, String happened)
            throws LedgerException {
        if (!job.equals("found") || said.contains("opened")) {
            Recovery.expectEverything(folder, signer, Recovery.acknowledged(said, before), happened);
        } else {
            Recovery.expectFoundedOrRefused(folder, signer, happened);
        }
    }

    private List<DiskEvent> trace(String job) throws IOException, InterruptedException {
        Path trace = dir.resolve("trace");
        Path folder = dir.resolve("ledger");
        int exit = Strace.run(
                DiskTrace.options(trace),
                LedgerJob.class,
                dir.resolve("output"),
                folder.toString(),
                dir.resolve("keys").toString(),
                job);
        assertEquals(0, exit, Files.readString(dir.resolve("output")));
        return DiskTrace.read(trace, folder);
    }
}
