package org.cairn.checklist.event;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What happens between two laptops that exchange signed bundles.
public sealed interface ExchangeEvent extends Event {
    /// This workspace can now be sent payloads.
    /// @param publicKey X25519, 32 bytes (RFC 7748)
    /// @param secret    the private key; it never leaves this workspace
    record TransferKeyMade(Bytes publicKey, PayloadRef secret) implements ExchangeEvent {}

    /// A person compared another workspace's fingerprints by eye and trusts its log from now on.
    /// @param logKeys     verifier keys, both algorithms (C2SP signed-note v1.0.0)
    /// @param founder     DER SubjectPublicKeyInfo of the key that signed the log's first entry
    /// @param root        SHA-256 of its root certificate
    /// @param transferKey X25519, for what is sent to it
    record PeerPaired(String origin, List<String> logKeys, Bytes founder, Digest root, Bytes transferKey)
            implements ExchangeEvent {
        public PeerPaired {
            logKeys = List.copyOf(logKeys);
        }
    }

    /// An entry of another log, with the signatures that show who said it. It counts once a [BundleImported] covers it.
    /// @param leaf     its leaf hash in its own log
    /// @param subject  what it is about, so that it is found by it here
    /// @param envelope its exact bytes, or where they lie if an entry cannot hold them
    record EntryImported(EntryPlace place, Digest leaf, Optional<String> subject, Envelope envelope)
            implements ExchangeEvent {
        /// The exact bytes of the other log's entry.
        public sealed interface Envelope {
            record Inline(Bytes bytes) implements Envelope {}

            record Stored(PayloadRef payload) implements Envelope {}
        }
    }

    /// From now on this workspace knows the first `size` entries of another log.
    /// @param since      where the bundle began
    /// @param checkpoint the other log's signed checkpoint at `size`, as it came
    record BundleImported(String origin, long since, long size, Bytes checkpoint) implements ExchangeEvent {
        public BundleImported {
            if (since < 0 || since > size) {
                throw new IllegalArgumentException("a bundle from " + since + " to " + size);
            }
        }
    }

    /// A log showed two histories. Both checkpoints are signed by it, so nobody else can have made them.
    /// @param known   the checkpoint that this workspace held
    /// @param seen    the one that does not continue it
    /// @param entries where they differ, as far as that can be told
    record ForkSeen(String origin, Bytes known, Bytes seen, List<Long> entries) implements ExchangeEvent {
        public ForkSeen {
            entries = List.copyOf(entries);
        }
    }

    /// A person decided between answers that were given without knowledge of each other.
    /// @param over the answers that no longer count
    record ConflictDecided(Subject subject, EntryPlace chosen, List<EntryPlace> over, PayloadRef reason)
            implements ExchangeEvent {
        public ConflictDecided {
            over = List.copyOf(over);
            if (over.isEmpty() || over.contains(chosen)) {
                throw new IllegalArgumentException("decides nothing");
            }
        }
    }
}
