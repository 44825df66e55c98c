package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// How many entries a second are acknowledged as durable, each asked for by a producer that waits for its answer. The
/// first baseline is the least that durability needs: one thread, one file that has its size already, as many entries
/// at once as there are producers, and one force; no waiting, no tree, no checksum and no proof. The second is the same
/// with producers that wait ([WaitingProducers]): what lies between the two is the price of the hand-over between
/// threads, which no ledger with waiting producers escapes. The others are databases that force each commit.
record DurableAppends(Path folder, Keyring keys) {
    private static final int ENTRY_SIZE_BYTES = 700;
    private static final int RUNS = 3;
    private static final int FEW = 1_000;
    private static final int MANY = 6_400;
    /// Long enough that founding and closing a ledger do not weigh.
    private static final int LONG_RUN = 64_000;

    List<Comparison> compare() throws Exception {
        List<Comparison> rows = new ArrayList<>();
        for (int writers : new int[] {1, 8, 64}) {
            int files = writers == 1 ? FEW : LONG_RUN;
            rows.add(row(
                    new Load(writers, files),
                    "the same bytes in one file, " + writers + " at once and one force, one thread",
                    count -> {
                        forceEach(count, writers);
                        return count;
                    }));
            rows.add(row(
                    new Load(writers, files),
                    "the same, by as many producers that wait",
                    count -> new WaitingProducers(folder, ENTRY_SIZE_BYTES).appendAll(writers, count / writers)));
            for (DatabaseAppends.Kind kind : DatabaseAppends.Kind.values()) {
                DatabaseAppends database = new DatabaseAppends(folder, kind);
                rows.add(row(
                        new Load(writers, writers == 1 ? FEW : MANY),
                        kind.title,
                        count -> database.appendAll(writers, count / writers)));
            }
        }
        return rows;
    }

    /// @param entries of all producers together
    private record Load(int producers, int entries) {
        int each() {
            return entries / producers;
        }

        String title() {
            return producers
                    + (producers == 1 ? " producer, " : " producers, ")
                    + String.format(Locale.ROOT, "%,d entries", entries);
        }
    }

    private interface Baseline {
        Object append(int count) throws Exception;
    }

    private Comparison row(Load load, String baseline, Baseline theirs) throws Exception {
        int total = load.entries();
        Timing timing =
                Timing.inTurns(RUNS, () -> appendAll(load.producers(), load.each()), () -> theirs.append(total));
        return new Comparison(
                "durable appends, " + load.title(),
                "entries/s",
                total / timing.oursSeconds(),
                baseline,
                total / timing.theirsSeconds(),
                Comparison.Better.MORE,
                "700-byte entries; ours with tree, CRC, tail log and bundles; without signing");
    }

    private Digest appendAll(int writers, int each) throws Exception {
        Path dir = Files.createTempDirectory(folder, "appends");
        try (Ledger ledger = Ledger.create(dir.resolve("ledger"), "benchmark", keys.log());
                ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int first = writer * each;
                running.add(pool.submit(() -> append(ledger, first, each)));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
            return ledger.root(ledger.size());
        }
    }

    private static Long append(Ledger ledger, int first, int count) throws LedgerException {
        long index = 0;
        for (int i = first; i < first + count; i++) {
            index = ledger.append(entry(i));
        }
        return index;
    }

    private void forceEach(int count, int together) throws IOException {
        Path file = Files.createTempFile(folder, "plain", ".log");
        Files.write(file, new byte[count * ENTRY_SIZE_BYTES]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            for (int first = 0; first < count; first += together) {
                ByteBuffer group = ByteBuffer.allocate(together * ENTRY_SIZE_BYTES);
                for (int i = first; i < first + together; i++) {
                    group.put(entry(i).asByteBuffer());
                }
                channel.write(group.flip());
                channel.force(false);
            }
        }
    }

    static Bytes entry(int number) {
        return Bytes.utf8(("entry " + number + " ").repeat(ENTRY_SIZE_BYTES).substring(0, ENTRY_SIZE_BYTES));
    }
}
