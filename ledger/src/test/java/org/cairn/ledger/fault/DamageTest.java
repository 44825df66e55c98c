package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of damage to every kind of file: the audit finds it, names the file, and where an entry is at fault, the
/// entry; and the ledger opens for reading only.
class DamageTest {
    private static final int TRIALS = Faults.count(6, 150);
    private static final long SEED = Long.getLong("damage.seed", 17);
    private static final JdkSigner SIGNER = new JdkSigner(LedgerJob.ORIGIN);

    @TempDir
    Path dir;

    private final Random random = new Random(SEED);
    private final Map<String, Count> counts = new TreeMap<>();

    private record Count(int tried, int found, int named) {
        Count plus(Count other) {
            return new Count(tried + other.tried, found + other.found, named + other.named);
        }

        @Override
        public String toString() {
            return tried + " tried, " + found + " found, " + named + " with file and entry named";
        }
    }

    private void fill(long size) throws LedgerException {
        try (Ledger ledger = Ledger.create(dir, LedgerJob.ORIGIN, SIGNER)) {
            for (long checkpoint : List.of(100L, 300L, size - 50, size)) {
                ledger.appendAll(LongStream.range(ledger.size(), checkpoint)
                        .mapToObj(DamageTest::entry)
                        .toList());
                ledger.checkpoint();
            }
        }
        assertInstanceOf(Verdict.Intact.class, audit());
    }

    private static Bytes entry(long index) {
        return Bytes.utf8("entry " + index + " says " + "y".repeat((int) (20 + index * 31 % 150)));
    }

    private static Verdict audit(Path folder) {
        return LedgerAudit.audit(folder, SIGNER.keys());
    }

    private Verdict audit() {
        return audit(dir);
    }

    private Map<String, List<String>> filesByKind(long bundled) throws IOException {
        Map<String, List<String>> kinds = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            all.filter(Files::isRegularFile)
                    .map(file -> dir.relativize(file).toString())
                    .filter(name -> !name.equals("lock"))
                    .forEach(name -> kinds.computeIfAbsent(
                                    LedgerFile.of(name, bundled).kind(), _ -> new ArrayList<>())
                            .add(name));
        }
        return kinds;
    }

    /// The larger one has a full tile of level 1.
    static List<Integer> sizes() {
        return Faults.LONG ? List.of(3000, 66_000) : List.of(3000);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyDamageToEveryFileIsFoundAndTheEntryNamed(int size) throws Exception {
        fill(size);
        long bundled = size / 256 * 256L;
        for (List<String> files : filesByKind(bundled).values()) {
            for (Damage damage : Damage.values()) {
                for (int trial = 0; trial < TRIALS * 3000 / size; trial++) {
                    String name = files.get(random.nextInt(files.size()));
                    LedgerFile file = LedgerFile.of(name, bundled);
                    if (!damage.needsRecords() || file.hasRecords()) {
                        tryOut(name, file, damage);
                    }
                }
            }
        }
        FaultReport.write(
                "damage-" + size, "Damage to the files of a ledger of " + size + " entries, seed " + SEED, counts);
        counts.forEach((what, count) -> assertEquals(new Count(count.tried, count.tried, count.tried), count, what));
    }

    @Test
    void anEntryThatWasEditedWithEveryTileRecomputedIsFoundByTheSignedCheckpoint() throws Exception {
        fill(600);
        Path forged = forged(SIGNER);
        for (String checkpoint : List.of("checkpoint", "checkpoint.prev")) {
            Files.copy(dir.resolve(checkpoint), forged.resolve(checkpoint), StandardCopyOption.REPLACE_EXISTING);
        }
        List<Defect> defects = ((Verdict.Broken) audit(forged)).defects();
        assertEquals(
                List.of("checkpoint", "checkpoint.prev"),
                defects.stream().map(Defect::file).toList());
        try (Ledger ledger = Ledger.openForWriting(forged, SIGNER)) {
            assertInstanceOf(Condition.Damaged.class, ledger.condition());
        }
    }

    /// What no ledger can find by itself: whoever has the log's keys can sign another history. A checkpoint that
    /// somebody else kept shows it.
    @Test
    void aHistoryThatItsOwnerSignedAnewIsFoundOnlyByACheckpointKeptElsewhere() throws Exception {
        fill(600);
        Checkpoint kept;
        try (Ledger ledger = Ledger.openForReading(dir, SIGNER.keys())) {
            kept = Checkpoint.parse(ledger.checkpoint().text());
        }
        Path forged = forged(SIGNER);
        assertInstanceOf(Verdict.Intact.class, audit(forged));
        try (Ledger ledger = Ledger.openForReading(forged, SIGNER.keys())) {
            assertTrue(ledger.size() >= kept.size());
            assertFalse(ledger.consistencyProof(kept.size(), ledger.size())
                    .proves(kept.root(), ledger.root(ledger.size())));
        }
    }

    /// The same ledger with one entry changed, everything made by its own keys.
    private Path forged(JdkSigner signer) throws LedgerException {
        Path forged = dir.resolveSibling(dir.getFileName() + "-forged");
        try (Ledger ledger = Ledger.create(forged, LedgerJob.ORIGIN, signer)) {
            List<Bytes> entries = new ArrayList<>(
                    LongStream.range(0, 650).mapToObj(DamageTest::entry).toList());
            entries.set(277, Bytes.utf8("entry 277 says something else"));
            ledger.appendAll(entries.subList(0, 550));
            ledger.checkpoint();
            ledger.appendAll(entries.subList(550, 600));
            ledger.checkpoint();
        }
        return forged;
    }

    private void tryOut(String name, LedgerFile file, Damage damage) throws IOException, LedgerException {
        byte[] good = Files.readAllBytes(dir.resolve(name));
        Optional<Damage.Done> done = damage.applyTo(file, good, random);
        if (done.isEmpty()) {
            return;
        }
        Files.write(dir.resolve(name), done.get().content().toByteArray());
        List<Defect> defects = audit() instanceof Verdict.Broken(var broken) ? broken : List.of();
        boolean named = defects.stream()
                .anyMatch(defect -> defect.file().equals(name)
                        && done.get().first().map(entry -> names(defect, entry)).orElse(true));
        counts.merge(
                file.kind() + ", " + damage.words, new Count(1, defects.isEmpty() ? 0 : 1, named ? 1 : 0), Count::plus);
        Files.write(dir.resolve(name), good);
    }

    private static boolean names(Defect defect, long entry) {
        return defect.entry().equals(Optional.of(entry)) || defect.problem().matches(".*\\bentry " + entry + "\\b.*");
    }
}
