package org.cairn.ledger.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;

/// A program of its own whose system calls are made to fail. It appends one by one and in a group, completes a
/// bundle, seals and closes, and says on standard output what was acknowledged, never before it was. Entry `i` has
/// the same bytes in every run.
final class LedgerJob {
    static final String ORIGIN = "example.org/log";

    /// Exit code where the ledger refused, in words.
    static final int REFUSED = 3;

    /// Entries that are there before the job starts: six short of a bundle.
    static final int BEFORE = 250;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LedgerJob() {}

    /// Arguments: folder of the ledger, file of the keys, `found` or `work`.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        JdkSigner signer = JdkSigner.read(Path.of(arguments[1]));
        Ledger ledger;
        try {
            ledger = arguments[2].equals("found")
                    ? Ledger.create(folder, ORIGIN, signer)
                    : Ledger.openForWriting(folder, signer);
            OUT.println("opened");
        } catch (LedgerException e) {
            OUT.println("refused " + e.getMessage());
            System.exit(REFUSED);
            return;
        }
        System.exit(work(ledger));
    }

    private static int work(Ledger ledger) {
        try {
            for (int i = 0; i < 3; i++) {
                append(ledger, 1);
            }
            append(ledger, 10);
            OUT.println("sealed " + ledger.checkpoint().text().size());
            append(ledger, 1);
            append(ledger, 4);
            ledger.close();
            OUT.println("closed");
            return 0;
        } catch (LedgerException e) {
            OUT.println("refused " + e.getMessage());
            tryAgain(ledger);
            return REFUSED;
        }
    }

    private static void append(Ledger ledger, int count) throws LedgerException {
        long first = ledger.size();
        List<Bytes> entries = new ArrayList<>();
        for (long i = first; i < first + count; i++) {
            entries.add(entry(i));
        }
        ledger.appendAll(entries).forEach(index -> OUT.println("ack " + index));
    }

    /// What a person does after an error message.
    private static void tryAgain(Ledger ledger) {
        try {
            append(ledger, 1);
            OUT.println("sealed " + ledger.checkpoint().text().size());
        } catch (LedgerException e) {
            OUT.println("stopped " + e.getMessage());
        } catch (IllegalStateException e) {
            OUT.println("was closed");
        }
        try {
            ledger.close();
            OUT.println("closed");
        } catch (LedgerException e) {
            OUT.println("refused " + e.getMessage());
        }
    }

    /// The sizes differ, so that records lie across the borders of sectors and pages.
    static Bytes entry(long index) {
        return Bytes.utf8("entry " + index + " " + "x".repeat((int) (index * 37 % 700)));
    }
}
