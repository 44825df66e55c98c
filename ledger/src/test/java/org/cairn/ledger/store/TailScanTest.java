package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crash, or a change, leaves in the tail and what is made of it.
class TailScanTest {
    private static final int BUNDLED = 512;

    @TempDir
    Path dir;

    private byte[] acknowledged = new byte[0];
    private byte[] whole = new byte[0];

    /// Twelve entries acknowledged one after the other, then a group of twenty written at once.
    @BeforeEach
    void writeTail() throws IOException {
        DurableFolder folder = DurableFolder.of(dir);
        TailLog.create(folder);
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, BUNDLED))) {
            for (int i = 0; i < 12; i++) {
                tail.append(BUNDLED + i, List.of(entry(i)));
            }
            acknowledged = Files.readAllBytes(dir.resolve(TailLog.FILE));
            tail.append(
                    BUNDLED + 12,
                    IntStream.range(12, 32).mapToObj(TailScanTest::entry).toList());
            whole = Files.readAllBytes(dir.resolve(TailLog.FILE));
        }
    }

    private static Bytes entry(int i) {
        return Bytes.utf8("entry " + i + ": " + "x".repeat(90 * i));
    }

    private static TailScan scan(byte[] file) {
        return TailScan.of(ByteBuffer.wrap(file), BUNDLED);
    }

    private static List<Bytes> entries(int to) {
        return IntStream.range(0, to).mapToObj(TailScanTest::entry).toList();
    }

    @Test
    void aWholeTailIsReadBack() {
        assertEquals(new TailScan(BUNDLED, entries(32), scan(whole).endOffset(), false, List.of()), scan(whole));
    }

    @Test
    void aWriteCutOffAtAnySectorLosesOnlyWhatWasNotAcknowledged() {
        int from = scan(acknowledged).endOffset();
        for (int cut = from / 512 * 512 + 512; cut < scan(whole).endOffset(); cut += 512) {
            byte[] torn = acknowledged.clone();
            System.arraycopy(whole, 0, torn, 0, cut);
            TailScan scan = scan(torn);
            assertEquals(List.of(), scan.damage(), "cut at " + cut);
            assertTrue(scan.entries().size() >= 12, "cut at " + cut);
            assertEquals(entries(scan.entries().size()), scan.entries());
        }
    }

    @Test
    void sectorsOfOneWriteMayReachTheDiskInAnyOrder() {
        Random random = new Random(5);
        int from = scan(acknowledged).endOffset();
        int to = scan(whole).endOffset();
        for (int trial = 0; trial < 500; trial++) {
            byte[] torn = acknowledged.clone();
            for (int sector = from / 512; sector * 512 < to; sector++) {
                if (random.nextBoolean()) {
                    System.arraycopy(whole, sector * 512, torn, sector * 512, 512);
                }
            }
            TailScan scan = scan(torn);
            assertEquals(List.of(), scan.damage(), "trial " + trial);
            assertTrue(scan.entries().size() >= 12, "trial " + trial);
            assertEquals(entries(scan.entries().size()), scan.entries());
        }
    }

    @Test
    void noChangedBitOfAnAcknowledgedEntryPassesForACutOffWrite() {
        Random random = new Random(6);
        int end = scan(whole).endOffset();
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(end);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertEquals(1, scan(changed).damage().size(), "byte " + at);
        }
    }

    @Test
    void aBlockOfZerosBeforeALaterWriteIsDamage() {
        int end = scan(acknowledged).endOffset();
        for (int from = 0; from < end - 512; from += 512) {
            byte[] changed = whole.clone();
            Arrays.fill(changed, from, from + 512, (byte) 0);
            assertEquals(1, scan(changed).damage().size(), "block at " + from);
        }
    }

    @Test
    void entriesAlreadyInABundleAreNeitherTheTailsNorLeftOver() {
        assertEquals(
                new TailScan(BUNDLED + 256, List.of(), scan(whole).endOffset(), false, List.of()),
                TailScan.of(ByteBuffer.wrap(whole), BUNDLED + 256));
    }

    @Test
    void openingEmptiesATailWhoseEntriesAreAllInBundles() throws Exception {
        DurableFolder folder = DurableFolder.of(dir);
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, BUNDLED + 256))) {
            tail.append(BUNDLED + 256, List.of(entry(1)));
        }
        TailScan after = TailLog.scan(folder, BUNDLED + 256);
        assertEquals(List.of(entry(1)), after.entries());
        assertEquals(List.of(), after.damage());
    }

    @Test
    void aTailStartedAnewHoldsOnlyWhatItWasGivenAndTakesMore() throws Exception {
        DurableFolder folder = DurableFolder.of(dir);
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, BUNDLED))) {
            tail.startAnew(folder, BUNDLED + 20, entries(32).subList(20, 32));
            assertTrue(tail.holdsOnly(entries(32).subList(20, 32)));
            tail.append(BUNDLED + 32, List.of(entry(32)));
        }
        TailScan after = TailLog.scan(folder, BUNDLED + 20);
        assertEquals(entries(33).subList(20, 33), after.entries());
        assertEquals(List.of(), after.damage());
    }

    /// All of them had been acknowledged: the last but one may not pass for a write that was cut off.
    @Test
    void aBlockOfZerosInATailStartedAnewIsDamage() throws Exception {
        DurableFolder folder = DurableFolder.of(dir);
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, BUNDLED))) {
            tail.startAnew(folder, BUNDLED, entries(32));
        }
        byte[] anew = Files.readAllBytes(dir.resolve(TailLog.FILE));
        int end = scan(anew).endOffset() - TailRecord.paddedSize(entry(31).size());
        for (int from = 0; from < end - 512; from += 512) {
            byte[] changed = anew.clone();
            Arrays.fill(changed, from, from + 512, (byte) 0);
            assertEquals(1, scan(changed).damage().size(), "block at " + from);
        }
    }

    @Test
    void aTailThatStartsTooLateIsDamage() {
        assertEquals(
                List.of("byte 32: entry 512 of 9 bytes stands where entry 256 belongs"),
                TailScan.of(ByteBuffer.wrap(whole), BUNDLED - 256).damage());
    }

    @Test
    void openingCutsWhatWasNotAcknowledgedAndAppendsAfterIt() throws Exception {
        byte[] torn = acknowledged.clone();
        int cut = scan(acknowledged).endOffset() / 512 * 512 + 1024;
        System.arraycopy(whole, 0, torn, 0, cut);
        Files.write(dir.resolve(TailLog.FILE), torn);
        DurableFolder folder = DurableFolder.of(dir);
        int kept = scan(torn).entries().size();
        try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, BUNDLED))) {
            tail.append(BUNDLED + kept, List.of(entry(kept)));
        }
        TailScan after = TailLog.scan(folder, BUNDLED);
        assertEquals(entries(kept + 1), after.entries());
        assertEquals(false, after.leftover());
    }
}
