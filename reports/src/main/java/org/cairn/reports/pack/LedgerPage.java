package org.cairn.reports.pack;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// What the ledger vouches for.
/// @param checkpoint the whole signed note (C2SP tlog-checkpoint), as in the pack's `ledger/checkpoint`
/// @param size       entries under the checkpoint
/// @param root       Merkle root of these entries (RFC 9162)
/// @param logKeys    keys that sign checkpoints
/// @param entries    what the pack refers to, by entry
/// @param witnesses  who cosigned a state of it; empty is said literally
public record LedgerPage(
        String origin,
        String checkpoint,
        long size,
        Digest root,
        List<LogKey> logKeys,
        List<EntryLine> entries,
        List<Witness> witnesses) {
    public LedgerPage {
        logKeys = List.copyOf(logKeys);
        entries = List.copyOf(entries);
        witnesses = List.copyOf(witnesses);
    }

    /// @param algorithm e.g. `Ed25519`
    /// @param encoded   the verifier key as C2SP signed-note writes it
    public record LogKey(String name, String algorithm, String encoded) {}

    /// @param kind     of the event, e.g. `ControlAnswered`
    /// @param subject  what it is about: a control, a requirement, an evidence id; may be empty
    /// @param actor    the key that signed it
    /// @param leafHash RFC 9162 leaf hash of the entry
    public record EntryLine(
            long entry, String kind, String subject, Instant recordedAt, KeyId actor, Digest leafHash) {}

    /// @param size how many entries the state it cosigned has
    /// @param at   when the witness says it cosigned (C2SP tlog-cosignature)
    public record Witness(String name, long size, Instant at) {}
}
