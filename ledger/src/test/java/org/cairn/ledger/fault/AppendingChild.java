package org.cairn.ledger.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;

/// A program of its own that appends until it is killed. Each index it was given goes to a file only after
/// `append` returned.
final class AppendingChild {
    private AppendingChild() {}

    /// Arguments: folder of the ledger, file for acknowledged indexes, file of the keys.
    public static void main(String[] arguments) throws IOException, LedgerException, InterruptedException {
        Path acknowledged = Path.of(arguments[1]);
        try (Ledger ledger = Ledger.openForWriting(Path.of(arguments[0]), JdkSigner.read(Path.of(arguments[2])))) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int number = t;
                threads.add(Thread.ofPlatform().start(() -> append(ledger, acknowledged, number)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void append(Ledger ledger, Path acknowledged, int number) {
        try {
            for (int i = 0; ; i++) {
                List<Bytes> batch = new ArrayList<>();
                for (int k = 0; k <= i % 30; k++) {
                    batch.add(Bytes.utf8(number + "/" + i + "/" + k + " ".repeat(300)));
                }
                StringBuilder lines = new StringBuilder();
                List<Long> indexes = ledger.appendAll(batch);
                for (int k = 0; k < batch.size(); k++) {
                    lines.append(indexes.get(k))
                            .append(' ')
                            .append(batch.get(k).asUtf8().strip())
                            .append('\n');
                }
                Files.write(
                        acknowledged,
                        lines.toString().getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                if (i % 7 == 0) {
                    ledger.checkpoint();
                }
            }
        } catch (IOException | LedgerException e) {
            throw new IllegalStateException(e);
        }
    }
}
