package org.cairn.ledger.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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

    /// Entries that are there before a job starts that makes the tail start anew: twelve short of the second bundle,
    /// and most of the tail is full of large ones.
    static final int BEFORE_RENEWING = 500;

    /// From here on entries are large.
    private static final int FIRST_LARGE = 300;

    /// Arguments: folder of the ledger, file of the keys, `found`, `work` or `renew`.
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
        System.exit(work(ledger, arguments[2]));
    }

    static int before(String job) {
        return switch (job) {
            case "found" -> 0;
            case "work" -> BEFORE;
            default -> BEFORE_RENEWING;
        };
    }

    /// The ledger that is there before the job starts.
    static void prepare(Path folder, String job, JdkSigner signer) throws LedgerException {
        try (Ledger ledger = Ledger.create(folder, ORIGIN, signer)) {
            ledger.appendAll(
                    LongStream.range(0, before(job)).mapToObj(LedgerJob::entry).toList());
        }
    }

    private static int work(Ledger ledger, String job) {
        try {
            if (job.equals("renew")) {
                renewTail(ledger);
            } else {
                work(ledger);
            }
            ledger.close();
            OUT.println("closed");
            return 0;
        } catch (LedgerException e) {
            OUT.println("refused " + e.getMessage());
            tryAgain(ledger);
            return REFUSED;
        }
    }

    private static void work(Ledger ledger) throws LedgerException {
        for (int i = 0; i < 3; i++) {
            append(ledger, 1);
        }
        append(ledger, 10);
        OUT.println("sealed " + ledger.checkpoint().text().size());
        append(ledger, 1);
        append(ledger, 4);
    }

    /// Fills the second bundle, then more than there is room for.
    private static void renewTail(Ledger ledger) throws LedgerException {
        append(ledger, 12);
        append(ledger, 50);
        append(ledger, 1);
    }

    private static void append(Ledger ledger, int count) throws LedgerException {
        long first = ledger.size();
        List<Bytes> entries = new ArrayList<>();
        for (long i = first; i < first + count; i++) {
            entries.add(entry(i));
        }
        OUT.println("ack " + ledger.appendAll(entries).getLast());
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
        int size = index < FIRST_LARGE ? (int) (index * 37 % 700) : 16_000;
        return Bytes.utf8("entry " + index + " " + "x".repeat(size));
    }
}
