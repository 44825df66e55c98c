package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// Another log, as this ledger knows it.
/// @param pairing  the newest
/// @param imported the leaf hash of each imported entry, by its index there
/// @param bundles  the signed checkpoints that imports ended with, by size
/// @param forks    alarms
record Peer(
        PeerPaired pairing,
        NavigableMap<Long, Digest> imported,
        NavigableMap<Long, Bytes> bundles,
        List<Recorded<ForkSeen>> forks) {

    /// Every log that this one was paired with, by name.
    static Map<String, Peer> all(EventLog log) {
        Map<String, Peer> peers = new TreeMap<>();
        for (Recorded<PeerPaired> recorded : log.all(PeerPaired.class)) {
            PeerPaired paired = recorded.event();
            peers.put(paired.origin(), new Peer(paired, new TreeMap<>(), new TreeMap<>(), new ArrayList<>()));
        }
        for (Recorded<EntryImported> recorded : log.all(EntryImported.class)) {
            EntryImported entry = recorded.event();
            find(peers, entry.place().origin())
                    .ifPresent(peer -> peer.imported.put(entry.place().index(), entry.leaf()));
        }
        for (Recorded<BundleImported> recorded : log.all(BundleImported.class)) {
            BundleImported bundle = recorded.event();
            find(peers, bundle.origin()).ifPresent(peer -> peer.bundles.put(bundle.size(), bundle.checkpoint()));
        }
        for (Recorded<ForkSeen> fork : log.all(ForkSeen.class)) {
            find(peers, fork.event().origin()).ifPresent(peer -> peer.forks.add(fork));
        }
        return peers;
    }

    private static Optional<Peer> find(Map<String, Peer> peers, String origin) {
        return Optional.ofNullable(peers.get(origin));
    }

    static Peer of(String origin, EventLog log) throws WorkspaceException {
        Map<String, Peer> peers = all(log);
        return find(peers, origin)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT,
                        "this workspace is not paired with the log " + origin
                                + (peers.isEmpty() ? "" : "; it is with " + String.join(", ", peers.keySet()))
                                + ". Exchange cards first: `cairn exchange pair`"));
    }

    String origin() {
        return pairing.origin();
    }

    /// How many of its entries are imported.
    long size() {
        return bundles.isEmpty() ? 0 : bundles.lastKey();
    }

    Optional<SignedNote> checkpoint(long size) {
        try {
            Bytes note = bundles.get(size);
            return note == null ? Optional.empty() : Optional.of(SignedNote.parse(note));
        } catch (MalformedNote e) {
            throw new IllegalStateException("a note that was verified before it was recorded", e);
        }
    }

    Optional<Digest> root(long size) {
        try {
            Optional<SignedNote> note = checkpoint(size);
            return note.isPresent()
                    ? Optional.of(Checkpoint.parse(note.get().text()).root())
                    : Optional.empty();
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint that was verified before it was recorded", e);
        }
    }

    List<NoteKey> logKeys() {
        try {
            List<NoteKey> keys = new ArrayList<>();
            for (String key : pairing.logKeys()) {
                keys.add(NoteKey.parse(key));
            }
            return keys;
        } catch (MalformedNote e) {
            throw new IllegalStateException("a key that was checked before it was recorded", e);
        }
    }

    Ed25519PublicKey founder() {
        try {
            return Ed25519PublicKey.parseSpki(pairing.founder());
        } catch (MalformedKey e) {
            throw new IllegalStateException("a key that was checked before it was recorded", e);
        }
    }
}
