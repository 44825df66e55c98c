package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Tiles;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerAuditTest {
    private static final String ORIGIN = "example.org/log";
    private static final int SIZE = 600;

    /// Signing takes its time; one log is enough for all tests.
    private static final JdkSigner SIGNER = new JdkSigner(ORIGIN);

    @TempDir
    Path dir;

    @TempDir
    Path others;

    /// 600 entries: two full bundles, a partial one, checkpoints at 100, 300 and 600 with their partial tiles.
    @BeforeEach
    void fillLedger() throws LedgerException {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, SIGNER)) {
            ledger.appendAll(entries(0, 100));
            ledger.checkpoint();
            ledger.appendAll(entries(100, 300));
            ledger.checkpoint();
            ledger.appendAll(entries(300, SIZE));
        }
    }

    private static List<Bytes> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Bytes.utf8("entry number " + i + " ".repeat(i % 40)))
                .toList();
    }

    private Verdict audit() {
        return LedgerAudit.audit(dir, SIGNER.keys());
    }

    private List<Defect> defects() {
        return assertInstanceOf(Verdict.Broken.class, audit()).defects();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> dir.relativize(file).toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        }
    }

    /// Damages one file in several ways in turn, and expects each time that the verdict is not intact and names
    /// the file.
    private void expectNamed(String file, byte[] damaged) throws IOException {
        byte[] good = Files.readAllBytes(dir.resolve(file));
        Files.write(dir.resolve(file), damaged);
        boolean named = switch (audit()) {
            case Verdict.Intact _ -> false;
            case Verdict.Broken(List<Defect> defects) ->
                defects.stream().anyMatch(defect -> defect.file().equals(file));
            case Verdict.Incomplete(List<String> missing) -> missing.stream().anyMatch(what -> what.startsWith(file));
        };
        assertTrue(named, () -> file + " is damaged, but the verdict is " + audit());
        Files.write(dir.resolve(file), good);
    }

    @Test
    void aClosedLedgerIsIntactUpToItsCheckpoint() throws Exception {
        try (Ledger ledger = Ledger.openForReading(dir, SIGNER.keys())) {
            assertEquals(new Verdict.Intact(new Checkpoint(ORIGIN, SIZE, ledger.root(SIZE))), audit());
        }
    }

    @Test
    void flippingAnyBitOfAnyFileIsNoticedAndTheFileIsNamed() throws Exception {
        Random random = new Random(3);
        for (String file : files()) {
            byte[] good = Files.readAllBytes(dir.resolve(file));
            for (int trial = 0; trial < 12; trial++) {
                byte[] damaged = good.clone();
                int used = file.equals(TailLog.FILE) && trial % 2 == 0 ? 8_000 : good.length;
                damaged[random.nextInt(used)] ^= (byte) (1 << random.nextInt(8));
                expectNamed(file, damaged);
            }
        }
    }

    @Test
    void droppingAnyFileIsNoticedAndTheFileIsNamed() throws Exception {
        for (String file : files()) {
            byte[] good = Files.readAllBytes(dir.resolve(file));
            Files.delete(dir.resolve(file));
            boolean replaced = file.matches(".*[.]p/.*") && !file.endsWith("/88") || file.contains("/44");
            boolean optional =
                    replaced || file.equals(StoredCheckpoint.PREVIOUS_FILE) || file.matches("tile/1/000.p/1");
            if (!optional) {
                assertTrue(
                        defects().stream().anyMatch(defect -> defect.file().equals(file)),
                        () -> file + " is gone, but the verdict is " + audit());
            }
            Files.write(dir.resolve(file), good);
        }
    }

    @Test
    void cuttingTheTailOfAnyFileIsNoticed() throws Exception {
        for (String file : files()) {
            byte[] good = Files.readAllBytes(dir.resolve(file));
            for (int cut : List.of(1, 2, 16, good.length / 2, good.length)) {
                expectNamed(file, Arrays.copyOf(good, good.length - cut));
            }
        }
    }

    @Test
    void appendingToAnyFileIsNoticed() throws Exception {
        for (String file : files()) {
            byte[] good = Files.readAllBytes(dir.resolve(file));
            expectNamed(file, Arrays.copyOf(good, good.length + 1));
        }
    }

    @Test
    void aBlockOfZerosInAnyFileIsNoticed() throws Exception {
        Random random = new Random(4);
        for (String file : files()) {
            byte[] good = Files.readAllBytes(dir.resolve(file));
            int used = file.equals(TailLog.FILE) ? 6_000 : good.length;
            for (int trial = 0; trial < 5; trial++) {
                byte[] damaged = good.clone();
                int block = Math.min(512, used);
                int from = random.nextInt(used / block) * block;
                Arrays.fill(damaged, from, Math.min(from + block, good.length), (byte) 0);
                expectNamed(file, damaged);
            }
        }
    }

    @Test
    void anEditedEntryIsNamedByItsIndexEvenWhereItsTileWasEditedToo() throws Exception {
        String bundle = Tiles.entryBundle(1, 256);
        List<Bytes> entries =
                new ArrayList<>(Tiles.decodeEntries(Bytes.copyOf(Files.readAllBytes(dir.resolve(bundle))), 256));
        entries.set(21, Bytes.utf8("something else"));
        Files.write(dir.resolve(bundle), Tiles.encodeEntries(entries).toByteArray());
        assertEquals(
                List.of(Defect.ofEntry(bundle, 277, "the entry does not have the hash that tile/0/001 records")),
                defects());
        List<org.cairn.proof.Digest> hashes =
                entries.stream().map(org.cairn.proof.Merkle::leafHash).toList();
        Files.write(dir.resolve("tile/0/001"), Tiles.encodeHashes(hashes).toByteArray());
        assertEquals(
                List.of("checkpoint", "checkpoint.prev"),
                defects().stream()
                        .map(Defect::file)
                        .filter(file -> file.startsWith("checkpoint"))
                        .toList());
    }

    @Test
    void swappedEntriesOfTheTailAreNoticedThoughTheirChecksumsHold() throws Exception {
        byte[] tail = Files.readAllBytes(dir.resolve(TailLog.FILE));
        byte[] swapped = tail.clone();
        int size = TailRecord.paddedSize(entries(512, 513).getFirst().size());
        System.arraycopy(tail, 32 + size, swapped, 32, size);
        System.arraycopy(tail, 32, swapped, 32 + size, size);
        expectNamed(TailLog.FILE, swapped);
    }

    @Test
    void swappedBundlesAreNoticedEntryByEntry() throws Exception {
        Path first = dir.resolve("tile/entries/000");
        Path second = dir.resolve("tile/entries/001");
        byte[] kept = Files.readAllBytes(first);
        Files.write(first, Files.readAllBytes(second));
        Files.write(second, kept);
        assertEquals(
                512,
                defects().stream()
                        .filter(defect ->
                                defect.entry().isPresent() && defect.file().matches("tile/entries/00[01]"))
                        .count());
    }

    @Test
    void anOlderStateOfTheWholeTailIsNoticedByTheCheckpoint() throws Exception {
        byte[] older = Files.readAllBytes(dir.resolve(TailLog.FILE));
        try (Ledger ledger = Ledger.openForWriting(dir, SIGNER)) {
            ledger.append(Bytes.utf8("one more"));
        }
        expectNamed(TailLog.FILE, older);
    }

    @Test
    void aCheckpointThatLacksOneOfTheTwoSignaturesIsBroken() throws Exception {
        String note = Files.readString(dir.resolve("checkpoint"));
        List<String> lines = note.lines().toList();
        for (int dropped : List.of(4, 5)) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(dropped);
            expectNamed(
                    "checkpoint", (String.join("\n", rest) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void anotherLogsKeysDoNotVerify() {
        List<NoteKey> others = new JdkSigner(ORIGIN).keys();
        assertInstanceOf(Verdict.Broken.class, LedgerAudit.audit(dir, others));
    }

    @Test
    void filesThatNoLedgerHasAreNamed() throws Exception {
        Files.writeString(dir.resolve("tile/entries/README"), "hello");
        Files.copy(dir.resolve("tile/0/000"), dir.resolve("tile/0/007"));
        assertEquals(
                List.of("tile/0/007", "tile/entries/README"),
                defects().stream().map(Defect::file).toList());
    }

    @Test
    void entriesBeyondTheCheckpointMakeTheVerdictIncompleteAndSayWhich() throws Exception {
        try (Ledger ledger = Ledger.openForWriting(dir, SIGNER)) {
            ledger.appendAll(entries(SIZE, SIZE + 3));
            Verdict.Incomplete verdict = assertInstanceOf(Verdict.Incomplete.class, audit());
            assertTrue(verdict.missing().getFirst().contains("entries 600 to 602"), verdict.toString());
        }
        assertInstanceOf(Verdict.Intact.class, audit());
    }

    @Test
    void everyEntryIsShownToTheCallersCheck() {
        EntryCheck check = (entry, bytes) ->
                entry == 41 || entry == 599 ? Optional.of(bytes.asUtf8().strip() + " is unsigned") : Optional.empty();
        assertEquals(
                new Verdict.Broken(List.of(
                        Defect.ofEntry("tile/entries/000", 41, "entry number 41 is unsigned"),
                        Defect.ofEntry("tail.log", 599, "entry number 599 is unsigned"))),
                LedgerAudit.audit(dir, SIGNER.keys(), check));
    }

    @Test
    void aFolderWithoutALedgerIsIncompleteAndOneWithoutKeysProvesNothing() {
        assertInstanceOf(Verdict.Incomplete.class, LedgerAudit.audit(dir.resolve("none"), SIGNER.keys()));
        assertInstanceOf(Verdict.Incomplete.class, LedgerAudit.audit(dir, List.of()));
    }

    /// As a crash may leave it: 600 entries in the tail, of their two bundles the second in place, nothing signed.
    private void leaveTheSecondBundleInPlaceAlone() throws Exception {
        Files.delete(dir.resolve("tile/entries/000"));
        try (Stream<Path> partials = Files.walk(dir)) {
            for (Path partial :
                    partials.filter(file -> file.toString().contains(".p/")).toList()) {
                Files.delete(partial);
            }
        }
        Files.delete(dir.resolve("checkpoint.prev"));
        Path empty = others.resolve("empty");
        Ledger.create(empty, ORIGIN, SIGNER).close();
        Files.copy(empty.resolve("checkpoint"), dir.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        DurableFolder folder = DurableFolder.of(dir);
        TailLog.create(folder);
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, 0))) {
            tail.append(0, entries(0, SIZE));
        }
    }

    @Test
    void aBundleInPlaceBeforeTheOneItFollowsIsNoDefectWhileTheTailHoldsBoth() throws Exception {
        leaveTheSecondBundleInPlaceAlone();
        assertEquals(
                new Verdict.Incomplete(
                        List.of("checkpoint: entries 0 to 599 are not yet covered by a signed checkpoint;"
                                + " closing the workspace signs one")),
                audit());
        try (Ledger ledger = Ledger.openForWriting(dir, SIGNER)) {
            assertEquals(SIZE, ledger.size());
        }
        assertInstanceOf(Verdict.Intact.class, audit());
    }

    @Test
    void aBundleInPlaceEarlyIsHeldAgainstTheTail() throws Exception {
        leaveTheSecondBundleInPlaceAlone();
        byte[] bundle = Files.readAllBytes(dir.resolve("tile/entries/001"));
        bundle[5] ^= 1;
        Files.write(dir.resolve("tile/entries/001"), bundle);
        byte[] tile = Files.readAllBytes(dir.resolve("tile/0/001"));
        tile[3 * 32] ^= 1;
        Files.write(dir.resolve("tile/0/001"), tile);
        assertEquals(
                List.of(
                        Defect.ofEntry("tile/entries/001", 256, "the entry differs from the recorded one"),
                        Defect.ofEntry("tile/0/001", 259, "the hash is not that of the entry")),
                defects());
    }

    @Test
    void aBundleThatACheckpointCoversMustBeInPlaceEvenIfTheTailHoldsItsEntries() throws Exception {
        byte[] checkpoint = Files.readAllBytes(dir.resolve("checkpoint"));
        leaveTheSecondBundleInPlaceAlone();
        Files.write(dir.resolve("checkpoint"), checkpoint);
        assertTrue(
                defects().contains(Defect.inFile("tile/entries/000", "the file is missing")),
                () -> defects().toString());
    }
}
