package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.ledger.witness.LogTrust;
import org.cairn.ledger.witness.MemoryException;
import org.cairn.ledger.witness.Remembered;
import org.cairn.ledger.witness.WitnessAnswer;
import org.cairn.ledger.witness.WitnessMemory;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.Cosigned;
import org.cairn.proof.witness.WitnessStatement;

/// What passes between an open workspace and its witnesses, and between it and the logs that it is a witness of.
public final class Witnesses {
    private final Parts parts;

    Witnesses(Parts parts) {
        this.parts = parts;
    }

    /// Enrols a witness, or new keys of one, and asks it from now on.
    /// @param quorum how many witnesses are needed; empty: as many as before, at least one
    /// @return the entry of the policy
    public long trust(String name, List<NoteKey> keys, Optional<Integer> quorum) throws WorkspaceException {
        parts.requireWritable();
        WitnessHistory history = history();
        List<NoteKey> own = new ArrayList<>(parts.keyring().log().keys());
        own.addAll(parts.keyring().witness().keys());
        if (keys.stream().anyMatch(own::contains)) {
            throw refused("that is a key of this workspace: a witness is somebody else");
        }
        List<String> names = new ArrayList<>(history.asked());
        if (!names.contains(name)) {
            names.add(name);
        }
        for (String other : names) {
            boolean shared = !other.equals(name)
                    && history.keys(other).orElse(List.of()).stream()
                            .anyMatch(key -> keys.stream()
                                    .anyMatch(given -> given.publicKey().equals(key.publicKey())));
            if (shared) {
                throw refused("witness " + other + " has that key already; nobody counts twice");
            }
        }
        int needed = quorum.orElse(Math.max(1, history.quorum()));
        try {
            WitnessEvent.WitnessTrusted trusted = new WitnessEvent.WitnessTrusted(name, keys);
            WitnessEvent.WitnessPolicySet policy = new WitnessEvent.WitnessPolicySet(names, needed);
            parts.log().recordByPerson(trusted);
            return parts.log().recordByPerson(policy);
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /// Says anew whose cosignatures count.
    /// @param names trusted witnesses; none at all takes the quorum back
    /// @return the entry
    public long setPolicy(List<String> names, int quorum) throws WorkspaceException {
        parts.requireWritable();
        WitnessHistory history = history();
        for (String name : names) {
            if (history.keys(name).isEmpty()) {
                throw refused("no witness " + name + " is trusted here; there are "
                        + history.trusted().keySet());
            }
        }
        try {
            return parts.log().recordByPerson(new WitnessEvent.WitnessPolicySet(names, quorum));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /// The newest checkpoint with the proof from what a witness last saw.
    /// @param witness its name; empty where it is not enrolled here
    /// @param oldSize what it last saw, where that is known better than from its recorded cosignatures
    public WitnessRequest request(Optional<String> witness, Optional<Long> oldSize) throws WorkspaceException {
        WitnessHistory history = history();
        if (witness.isPresent() && history.keys(witness.get()).isEmpty()) {
            throw refused("no witness " + witness.get() + " is trusted here; there are "
                    + history.trusted().keySet() + ". Leave the name out for one that is not");
        }
        Ledger ledger = parts.ledger();
        try {
            SignedNote note = ledger.checkpoint();
            Checkpoint at = Checkpoint.parse(note.text());
            long old = oldSize.orElseGet(() -> witness.map(history::lastSeenBy).orElse(0L));
            if (old < 0 || old > at.size()) {
                throw refused("the checkpoint has " + at.size() + " entries; no witness of it saw " + old);
            }
            CheckpointRequest request = new CheckpointRequest(
                    old, ledger.consistencyProof(old, at.size()).path(), note, at);
            List<Digest> leaves = new ArrayList<>();
            for (long i = 0; i < at.size(); i++) {
                leaves.add(ledger.leaf(i));
            }
            return new WitnessRequest(request, parts.keyring().log().keys(), leaves);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedNote e) {
            throw new WorkspaceException(Kind.DAMAGED, "the stored checkpoint is malformed: " + e.getMessage(), e);
        }
    }

    /// Records a cosignature by a trusted witness.
    /// @param note a checkpoint of this log with the witness's lines; other lines are left out
    /// @return the entry
    public AddedCosignature add(SignedNote note) throws WorkspaceException {
        parts.requireWritable();
        Checkpoint at = ofThisHistory(note);
        WitnessHistory history = history();
        for (String name : history.asked()) {
            List<NoteKey> keys = history.keys(name).orElse(List.of());
            List<NoteSignature> lines = note.signatures().stream()
                    .filter(line -> keys.stream().anyMatch(key -> isOf(key, line)))
                    .toList();
            if (!lines.isEmpty()) {
                return add(name, keys, new SignedNote(note.text(), lines), at);
            }
        }
        throw refused("no line in it is by a witness that is trusted here: " + history.asked()
                + ". `cairn witness trust` enrols one");
    }

    private AddedCosignature add(String name, List<NoteKey> keys, SignedNote note, Checkpoint at)
            throws WorkspaceException {
        long newest = 0;
        for (NoteKey key : keys) {
            long time = key.claimedAt(note).orElse(0);
            if (time <= 0) {
                throw refused("witness " + name + ": the " + key.algorithm()
                        + " line is missing, does not verify, or names no time");
            }
            newest = Math.max(newest, time);
        }
        Instant claimedAt = Instant.ofEpochSecond(newest);
        long entry = parts.log().recordByPerson(new WitnessEvent.CheckpointWitnessed(name, note, claimedAt));
        return new AddedCosignature(entry, name, at, claimedAt);
    }

    /// Cosigns another log's checkpoint with this workspace's witness keys, remembers it beside this ledger, and
    /// records it in this ledger: who then holds a later checkpoint of it holds a proof of the other's state.
    /// @param leaves the other log's leaf hashes
    public WitnessAnswer sign(CheckpointRequest request, Optional<List<Digest>> leaves, LogTrust trust)
            throws WorkspaceException {
        parts.requireWritable();
        if (request.checkpoint().origin().equals(parts.file().origin())) {
            throw refused("the request is of this workspace's own log; a witness is somebody else");
        }
        try {
            WitnessMemory memory = memory();
            WitnessAnswer answer = memory.answer(
                    request, leaves, trust, parts.environment().clock().instant());
            if (answer instanceof WitnessAnswer.Cosigned) {
                Remembered seen = memory.of(request.checkpoint().origin()).orElseThrow();
                List<NoteSignature> lines = seen.note().signatures().stream()
                        .filter(line -> seen.keys().stream().anyMatch(key -> isOf(key, line)))
                        .toList();
                parts.log()
                        .recordByPerson(new WitnessEvent.ForeignCheckpointRecorded(
                                new SignedNote(seen.note().text(), lines), seen.keys()));
            }
            return answer;
        } catch (MemoryException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    /// Who vouches for this ledger now.
    public WitnessStatus status() throws WorkspaceException {
        WitnessHistory history = history();
        List<Checkpoint> remembers = new ArrayList<>();
        try {
            for (Remembered seen : memory().all()) {
                remembers.add(seen.checkpoint());
            }
        } catch (MemoryException e) {
            throw new WorkspaceException(Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        }
        List<WitnessStatus.TrustedWitness> witnesses = history.trusted().entrySet().stream()
                .map(each -> new WitnessStatus.TrustedWitness(
                        each.getKey(),
                        each.getValue(),
                        history.asked().contains(each.getKey()),
                        history.lastSeenBy(each.getKey())))
                .toList();
        return new WitnessStatus(
                history.policy(parts.keyring().log().keys()), statement(), witnesses, history.recorded(), remembers);
    }

    /// Counts only cosignatures over states that this ledger begins with.
    WitnessStatement statement() {
        return statement(
                history(),
                parts.ledger(),
                parts.file().origin(),
                parts.keyring().log().keys());
    }

    static WitnessStatement statement(WitnessHistory history, Ledger ledger, String origin, List<NoteKey> log) {
        long size = ledger.size();
        Checkpoint now = new Checkpoint(origin, size, ledger.root(size));
        List<Cosigned> states = history.cosigned().stream()
                .map(event -> new Cosigned(event.checkpoint(), event.note()))
                .filter(state -> state.at().size() <= size
                        && ledger.root(state.at().size()).equals(state.at().root()))
                .toList();
        return WitnessStatement.of(history.policy(log), states, now);
    }

    WitnessHistory history() {
        return WitnessHistory.of(parts.log(), parts.ledger().size());
    }

    private WitnessMemory memory() {
        return new WitnessMemory(parts.folder().witness(), parts.keyring().witness());
    }

    private Checkpoint ofThisHistory(SignedNote note) throws WorkspaceException {
        try {
            Checkpoint at = Checkpoint.parse(note.text());
            if (!at.origin().equals(parts.file().origin())) {
                throw refused("it is a checkpoint of " + at.origin() + ", not of "
                        + parts.file().origin());
            }
            Ledger ledger = parts.ledger();
            if (at.size() > ledger.size() || !ledger.root(at.size()).equals(at.root())) {
                throw refused("the state of " + at.size() + " entries in it is not a beginning of this ledger of "
                        + ledger.size() + " entries: this folder was rolled back or rewritten since, or the file is of"
                        + " another copy. Keep it: it is evidence");
            }
            return at;
        } catch (MalformedNote e) {
            throw refused("it is no checkpoint: " + e.getMessage());
        }
    }

    private static boolean isOf(NoteKey key, NoteSignature line) {
        return key.keyHash() == line.keyHash() && key.name().equals(line.keyName());
    }

    private static WorkspaceException refused(String why) {
        return new WorkspaceException(Kind.BAD_INPUT, why);
    }
}
