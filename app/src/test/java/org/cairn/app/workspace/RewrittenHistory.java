package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;

/// What a dishonest owner can do: with all of the workspace's own keys, rewrite one old entry and sign everything
/// after it again. The result is whole in itself.
public final class RewrittenHistory {
    private RewrittenHistory() {}

    /// Replaces `old` by `changed` in the payload of the first entry that holds it.
    /// @return the entry's index
    public static long rewrite(Path workspace, String old, String changed) throws Exception {
        Keyring keyring = Keyring.open(
                workspace.resolve("keys"),
                PassphraseUnlock.of(WorkspaceFixture.passphrase()),
                InstantSource.fixed(Instant.EPOCH));
        Path ledger = workspace.resolve("ledger");
        List<Bytes> entries = new ArrayList<>();
        try (Ledger reading = Ledger.openForReading(ledger, keyring.log().keys())) {
            for (long i = 0; i < reading.size(); i++) {
                entries.add(reading.entry(i));
            }
        }
        int at = 0;
        while (!Envelope.parse(entries.get(at)).payload().asUtf8().contains(old)) {
            at++;
        }
        Envelope envelope = Envelope.parse(entries.get(at));
        Bytes payload = Bytes.utf8(envelope.payload().asUtf8().replace(old, changed));
        entries.set(at, keyring.person().sign(envelope.payloadType(), payload).encode());
        deleteAll(ledger);
        deleteAll(workspace.resolve("index"));
        try (Ledger fresh = Ledger.create(ledger, keyring.publicKeys().origin(), keyring.log())) {
            fresh.appendAll(entries);
        }
        return at;
    }

    /// Copies a folder as it is.
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    public static void deleteAll(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
