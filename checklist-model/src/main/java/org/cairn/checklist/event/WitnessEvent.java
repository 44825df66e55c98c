package org.cairn.checklist.event;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// What passes between this ledger and those outside it who look at its checkpoints, or whose checkpoints it looks at.
public sealed interface WitnessEvent extends Event {
    /// From now on these keys speak for a witness of that name.
    /// @param name of the witness here; its keys may bear another one
    record WitnessTrusted(String name, List<NoteKey> keys) implements WitnessEvent {
        public WitnessTrusted {
            keys = List.copyOf(keys);
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}") || name.equals("none")) {
                throw new IllegalArgumentException(
                        "a witness's name is up to 64 of A-Z a-z 0-9 . _ - and not \"none\": \"" + name + '"');
            }
            if (keys.isEmpty() || keys.stream().map(NoteKey::name).distinct().count() > 1) {
                throw new IllegalArgumentException("a witness has one key or more, all under one key name");
            }
            if (keys.stream().anyMatch(key -> key.algorithm() == NoteKey.Algorithm.ED25519)) {
                throw new IllegalArgumentException("the key of a log is none of a witness (C2SP tlog-cosignature)");
            }
        }
    }

    /// Whose cosignatures are asked for from now on. A witness that is not named no longer counts.
    /// @param witnesses names of trusted witnesses
    /// @param quorum    how many of them have to have cosigned; 0 only without witnesses
    record WitnessPolicySet(List<String> witnesses, int quorum) implements WitnessEvent {
        public WitnessPolicySet {
            witnesses = List.copyOf(witnesses);
            boolean possible = witnesses.isEmpty() ? quorum == 0 : quorum >= 1 && quorum <= witnesses.size();
            if (!possible) {
                throw new IllegalArgumentException("a quorum of " + quorum + " out of " + witnesses.size());
            }
        }
    }

    /// A trusted witness cosigned a checkpoint of this log.
    /// @param note      the checkpoint with the witness's lines
    /// @param claimedAt when, by the witness's clock: the newest of its lines
    record CheckpointWitnessed(String witness, SignedNote note, Instant claimedAt) implements WitnessEvent {
        public CheckpointWitnessed {
            requireCheckpoint(note);
        }

        public Checkpoint checkpoint() {
            return requireCheckpoint(note);
        }
    }

    /// This workspace cosigned the checkpoint of another log, and from this entry on vouches with its own history that
    /// it
    /// was there: whoever holds a later checkpoint of this ledger holds a proof of the other's state.
    /// @param note the checkpoint with its log's lines
    /// @param keys the log's
    record ForeignCheckpointRecorded(SignedNote note, List<NoteKey> keys) implements WitnessEvent {
        public ForeignCheckpointRecorded {
            keys = List.copyOf(keys);
            requireCheckpoint(note);
        }

        public Checkpoint checkpoint() {
            return requireCheckpoint(note);
        }
    }

    private static Checkpoint requireCheckpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (MalformedNote e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
