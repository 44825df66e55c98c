package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final String ORIGIN = "example.org/log";

    private final JdkSigner signer = new JdkSigner(ORIGIN);

    @TempDir
    Path dir;

    @Test
    void entriesSurviveClosingAndOpeningAcrossBundles() throws Exception {
        List<Bytes> entries = entries(0, 700);
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            assertEquals(0, ledger.append(entries.getFirst()));
            assertEquals(LongStream.range(1, 600).boxed().toList(), ledger.appendAll(entries.subList(1, 600)));
        }
        try (Ledger ledger = Ledger.openForWriting(dir, signer)) {
            ledger.appendAll(entries.subList(600, 700));
        }
        try (Ledger ledger = Ledger.openForReading(dir, signer.keys())) {
            assertEquals(entries, all(ledger));
            assertEquals(Merkle.root(entries.stream().map(Merkle::leafHash).toList()), ledger.root(700));
        }
    }

    @Test
    void everyProofHoldsAgainstTheSignedCheckpoint() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            ledger.appendAll(entries(0, 300));
            SignedNote note = ledger.checkpoint();
            for (NoteKey key : signer.keys()) {
                assertTrue(key.verifies(note), key.algorithm().toString());
            }
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertEquals(new Checkpoint(ORIGIN, 300, ledger.root(300)), checkpoint);
            for (long i = 0; i < 300; i++) {
                Digest leaf = Merkle.leafHash(ledger.entry(i));
                assertTrue(ledger.inclusionProof(i, 300).proves(leaf, checkpoint.root()), "entry " + i);
                assertTrue(ledger.consistencyProof(i, 300).proves(ledger.root(i), checkpoint.root()), "size " + i);
            }
        }
    }

    @Test
    void aSecondWriterIsRefusedAndToldWhoHoldsTheLedger() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> Ledger.openForWriting(dir, signer));
            assertTrue(
                    refusal.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refusal.getMessage());
            assertEquals(0, ledger.size());
        }
    }

    @Test
    void aReaderSeesWhatAnOpenWriterRecordedAndCannotAppend() throws Exception {
        try (Ledger writer = Ledger.create(dir, ORIGIN, signer)) {
            writer.appendAll(entries(0, 260));
            try (Ledger reader = Ledger.openForReading(dir, signer.keys())) {
                assertEquals(entries(0, 260), all(reader));
                LedgerException refusal = assertThrows(LedgerException.class, () -> reader.append(Bytes.utf8("x")));
                assertTrue(refusal.getMessage().contains("opened for reading"), refusal.getMessage());
            }
        }
    }

    @Test
    void aLedgerSignedByOtherKeysIsNotWritable() throws Exception {
        Ledger.create(dir, ORIGIN, signer).close();
        try (Ledger ledger = Ledger.openForWriting(dir, new JdkSigner(ORIGIN))) {
            assertTrue(ledger.condition() instanceof Condition.Damaged);
            assertThrows(LedgerException.class, () -> ledger.append(Bytes.utf8("x")));
        }
    }

    @Test
    void entriesOfNoBytesOrTooManyAreRefused() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            assertThrows(IllegalArgumentException.class, () -> ledger.append(Bytes.empty()));
            Bytes large = Bytes.copyOf(new byte[Ledger.ENTRY_SIZE_LIMIT_BYTES + 1]);
            assertThrows(IllegalArgumentException.class, () -> ledger.append(large));
            assertEquals(0, ledger.size());
        }
    }

    @Test
    void aBundleOfTheLargestEntriesFits() throws Exception {
        Bytes largest = Bytes.copyOf(new byte[Ledger.ENTRY_SIZE_LIMIT_BYTES]);
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            for (int i = 0; i < 300; i++) {
                ledger.append(largest);
            }
        }
        try (Ledger ledger = Ledger.openForReading(dir, signer.keys())) {
            assertEquals(new Condition.ReadOnly("it was opened for reading"), ledger.condition());
            assertEquals(300, ledger.size());
            assertEquals(largest, ledger.entry(299));
        }
    }

    /// Small entries first, so that large ones fill the tail in the middle of a bundle.
    @Test
    void aFullTailStartsAnewWithWhatIsInNoBundle() throws Exception {
        List<Bytes> entries = new ArrayList<>(entries(0, 300));
        for (int i = 0; i < 400; i++) {
            entries.add(Bytes.utf8("x".repeat(Ledger.ENTRY_SIZE_LIMIT_BYTES - i)));
        }
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            for (int i = 0; i < 700; i += 35) {
                ledger.appendAll(entries.subList(i, i + 35));
            }
        }
        TailScan tail = TailLog.scan(DurableFolder.of(dir), 512);
        assertEquals(new TailScan(512, entries.subList(512, 700), tail.endOffset(), false, List.of()), tail);
        assertEquals(TailLog.FILE_HEADER.size(), tail.endOffset() - recordsSize(entries.subList(512, 700)));
        try (Ledger ledger = Ledger.openForReading(dir, signer.keys())) {
            assertEquals(entries, all(ledger));
        }
    }

    private static int recordsSize(List<Bytes> entries) {
        return entries.stream()
                .mapToInt(entry -> TailRecord.paddedSize(entry.size()))
                .sum();
    }

    @Test
    void creatingTwiceIsRefused() throws Exception {
        Ledger.create(dir, ORIGIN, signer).close();
        assertThrows(LedgerException.class, () -> Ledger.create(dir, ORIGIN, signer));
    }

    @Test
    void manyThreadsAppendWithoutGapsAndEachGetsItsOwnIndex() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            boolean[] ownIndex = new boolean[40];
            for (int t = 0; t < ownIndex.length; t++) {
                int number = t;
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        boolean all = true;
                        for (int i = 0; i < 20; i++) {
                            Bytes entry = Bytes.utf8(number + "/" + i);
                            all &= ledger.entry(ledger.append(entry)).equals(entry);
                        }
                        ownIndex[number] = all;
                    } catch (LedgerException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(800, ledger.size());
            assertTrue(IntStream.range(0, ownIndex.length).allMatch(i -> ownIndex[i]));
        }
    }

    @Test
    void readersOpenSoundlyWhileAWriterFillsBundles() throws Exception {
        try (Ledger writer = Ledger.create(dir, ORIGIN, signer)) {
            Thread writing = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 6_000; i += 37) {
                        writer.appendAll(entries(i, i + 37));
                    }
                } catch (LedgerException e) {
                    throw new IllegalStateException(e);
                }
            });
            long seen = 0;
            while (writing.isAlive()) {
                try (Ledger reader = Ledger.openForReading(dir, signer.keys())) {
                    assertEquals(new Condition.ReadOnly("it was opened for reading"), reader.condition());
                    assertTrue(reader.size() >= seen, "a later reader sees no less");
                    seen = reader.size();
                    for (long i = Math.max(0, seen - 300); i < seen; i++) {
                        assertEquals(Bytes.utf8("entry number " + i), reader.entry(i));
                    }
                }
            }
            writing.join();
            assertEquals(entries(0, (int) writer.size()), all(writer));
        }
    }

    private static List<Bytes> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Bytes.utf8("entry number " + i))
                .toList();
    }

    private static List<Bytes> all(Ledger ledger) throws LedgerException {
        List<Bytes> entries = new ArrayList<>();
        for (long i = 0; i < ledger.size(); i++) {
            entries.add(ledger.entry(i));
        }
        return entries;
    }
}
