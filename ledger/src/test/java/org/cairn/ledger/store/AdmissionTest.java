package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Merkle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {
    private static final String ORIGIN = "example.org/log";

    @TempDir
    private Path dir;

    private final JdkSigner signer = new JdkSigner(ORIGIN);

    /// Admits every text once.
    private static final class EachOnce implements Admission {
        private final List<Bytes> recorded = new ArrayList<>();
        private final List<Bytes> admitted = new ArrayList<>();

        @Override
        public void recorded(long index, Bytes entry) {
            assertEquals(recorded.size(), index);
            recorded.add(entry);
        }

        @Override
        public Optional<String> refusal(long first, List<Bytes> entries) {
            assertEquals(recorded.size() + admitted.size(), first);
            for (Bytes entry : entries) {
                if (recorded.contains(entry) || admitted.contains(entry)) {
                    return Optional.of("'" + entry.asUtf8() + "' was said before");
                }
            }
            admitted.addAll(entries);
            return Optional.empty();
        }

        @Override
        public void settled(long size) {
            recorded.addAll(admitted.subList(0, (int) size - recorded.size()));
            admitted.clear();
        }
    }

    /// Is told of entries that it was told to expect.
    private static final class Told implements Admission {
        private final List<Bytes> recorded = new ArrayList<>();
        private List<Bytes> expected = List.of();
        private long first;

        @Override
        public void expect(long at, List<Bytes> entries) {
            first = at;
            expected = entries;
        }

        @Override
        public void recorded(long index, Bytes entry) {
            assertEquals(recorded.size(), index);
            assertEquals(expected.get((int) (index - first)), entry);
            recorded.add(entry);
        }

        @Override
        public Optional<String> refusal(long at, List<Bytes> entries) {
            return Optional.empty();
        }

        @Override
        public void settled(long size) {}
    }

    @Test
    void onOpeningItIsToldOfEveryEntryOnceAndInOrderHoweverManyAreReadAtATime() throws Exception {
        List<Bytes> entries = IntStream.range(0, 9_000)
                .mapToObj(i -> Bytes.utf8("entry " + i))
                .toList();
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer)) {
            ledger.appendAll(entries);
        }
        Told told = new Told();
        try (Ledger ledger = Ledger.openForWriting(dir, signer, told)) {
            assertEquals(entries, told.recorded);
            assertEquals(Merkle.root(entries.stream().map(Merkle::leafHash).toList()), ledger.root(9_000));
        }
    }

    @Test
    void aRefusedEntryIsNotRecordedAndSaysWhy() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer, new EachOnce())) {
            assertEquals(0, ledger.append(Bytes.utf8("one")));
            EntryRefused refused = assertThrows(EntryRefused.class, () -> ledger.append(Bytes.utf8("one")));
            assertEquals("entry 1: 'one' was said before. Nothing was recorded", refused.getMessage());
            assertEquals(1, ledger.size());
            assertEquals(1, ledger.append(Bytes.utf8("two")));
        }
    }

    @Test
    void ofSeveralEntriesAllAreRecordedOrNone() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer, new EachOnce())) {
            ledger.append(Bytes.utf8("one"));
            assertThrows(EntryRefused.class, () -> ledger.appendAll(List.of(Bytes.utf8("two"), Bytes.utf8("one"))));
            assertEquals(1, ledger.size());
        }
    }

    @Test
    void theAdmissionKnowsWhatWasRecordedBeforeTheLedgerWasOpened() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer, new EachOnce())) {
            for (int i = 0; i < 600; i++) {
                ledger.append(Bytes.utf8("entry " + i));
            }
        }
        try (Ledger ledger = Ledger.openForWriting(dir, signer, new EachOnce())) {
            assertThrows(EntryRefused.class, () -> ledger.append(Bytes.utf8("entry 3")));
            assertThrows(EntryRefused.class, () -> ledger.append(Bytes.utf8("entry 599")));
            assertEquals(600, ledger.append(Bytes.utf8("entry 600")));
        }
    }

    @Test
    void refusedEntriesOfOthersHoldNothingUp() throws Exception {
        try (Ledger ledger = Ledger.create(dir, ORIGIN, signer, new EachOnce());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Bytes entry = Bytes.utf8("entry " + i % 100);
                answers.add(threads.submit(() -> ledger.append(entry)));
            }
            int recorded = 0;
            for (Future<Long> answer : answers) {
                try {
                    assertTrue(answer.get() < 100);
                    recorded++;
                } catch (ExecutionException e) {
                    assertTrue(e.getCause() instanceof EntryRefused, String.valueOf(e.getCause()));
                }
            }
            assertEquals(100, recorded);
            assertEquals(100, ledger.size());
        }
    }
}
