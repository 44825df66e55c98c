package org.cairn.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.replay.EnvelopeHeaders;
import org.cairn.ledger.replay.LedgerIndex;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Merkle;

/// An index that is 10,000 entries behind takes them in. The ledger is a copy, its sealed files linked, to which the
/// last entries are appended once more: an index reads headers and leaves the rules to others.
final class TailReplay {
    private static final int ENTRIES = 10_000;
    /// Written in place or replaced by a writer; everything else is written once.
    private static final Set<String> COPIED = Set.of("tail.log", "checkpoint", "checkpoint.prev");

    private TailReplay() {}

    static void measure(Path workspace, Path scratch, PrintFigure print) throws Exception {
        Path copy = scratch.resolve("ledger");
        copy(workspace.resolve("ledger"), copy);
        List<Bytes> last = new EntriesOnDisk(copy).last(ENTRIES).reversed().subList(0, ENTRIES);
        try (Passphrase passphrase = Measure.passphrase();
                Keyring keys = Keyring.open(
                        workspace.resolve("keys"), PassphraseUnlock.of(passphrase), InstantSource.system());
                Ledger ledger = Ledger.openForWriting(copy, keys.log());
                LedgerIndex index = LedgerIndex.open(scratch.resolve("index"), ledger, new EnvelopeHeaders())) {
            ledger.appendAll(last);
            long start = System.nanoTime();
            index.catchUp();
            long caughtUp = System.nanoTime();
            for (long entry = ledger.size() - ENTRIES; entry < ledger.size(); entry++) {
                Merkle.leafHash(ledger.entry(entry));
            }
            print.print("seconds", (caughtUp - start) / 1e9);
            print.print("baseline", (System.nanoTime() - caughtUp) / 1e9);
        }
    }

    interface PrintFigure {
        void print(String name, double figure);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else if (COPIED.contains(String.valueOf(each.getFileName()))) {
                Files.copy(each, target);
            } else if (each.startsWith(from.resolve("tile"))) {
                Files.createLink(target, each);
            }
        }
    }
}
