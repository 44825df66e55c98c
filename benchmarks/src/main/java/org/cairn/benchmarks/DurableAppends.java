package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// How many entries a second are acknowledged as durable. The baseline is the least that durability needs: one file,
/// one
/// thread, the bytes and one force for each entry, with no tree, no checksum and no proof.
record DurableAppends(Path folder, Keyring keys) {
    private static final int ENTRY_SIZE_BYTES = 700;
    private static final int RUNS = 3;

    List<Comparison> compare() throws Exception {
        List<Comparison> rows = new ArrayList<>();
        for (int writers : new int[] {1, 8, 64}) {
            int each = writers == 1 ? 1_000 : 6_400 / writers;
            int total = writers * each;
            Timing timing = Timing.inTurns(RUNS, () -> appendAll(writers, each), () -> forceEach(1_000));
            rows.add(new Comparison(
                    "durable appends, " + writers + (writers == 1 ? " writer" : " writers"),
                    "entries/s",
                    total / timing.oursSeconds(),
                    "one file, one force for each entry, one writer",
                    1_000 / timing.theirsSeconds(),
                    Comparison.Better.MORE,
                    "700-byte entries; tree, CRC and tail log; without signing"));
        }
        return rows;
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

    private Path forceEach(int count) throws IOException {
        Path file = Files.createTempFile(folder, "plain", ".log");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < count; i++) {
                channel.write(ByteBuffer.wrap(entry(i).toByteArray()));
                channel.force(false);
            }
        }
        return file;
    }

    static Bytes entry(int number) {
        return Bytes.utf8(("entry " + number + " ").repeat(ENTRY_SIZE_BYTES).substring(0, ENTRY_SIZE_BYTES));
    }
}
