package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.exchange.BundleHead;
import org.cairn.app.exchange.BundleReader;
import org.cairn.app.exchange.BundleReader.SealedPayload;
import org.cairn.app.exchange.MalformedBundle;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.codec.MalformedEvidence;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.evidence.vault.Opening;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.TransferKey;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.Frontier;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// Reads a bundle to its end and checks everything that it claims, before anything is stored. One bundle each.
final class BundleCheck {
    private static final int MOST_NAMED = 100;

    /// @param known    how many of the sender's entries were imported before
    /// @param payloads what it may bring, by the name of the stored bytes
    /// @param fresh    those of them that new entries point to: only these are stored
    /// @param brought  how many of these it brings
    /// @param fork     the sender's log, or ours as the sender knows it, has two histories
    record Checked(
            BundleHead head,
            SignedNote checkpoint,
            long known,
            Map<Digest, PayloadRef> payloads,
            Set<Digest> fresh,
            int brought,
            Optional<ForkSeen> fork) {}

    private final Parts parts;
    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final List<Long> differing = new ArrayList<>();
    private final Map<Digest, PayloadRef> expected = new HashMap<>();
    private final Set<Digest> fresh = new HashSet<>();
    private final Set<Digest> manifests = new HashSet<>();
    private Optional<ForkSeen> ownFork = Optional.empty();

    BundleCheck(Parts parts, Path file) {
        this.parts = parts;
        this.file = file;
    }

    Checked check() throws WorkspaceException {
        try (BundleReader reader = BundleReader.open(file)) {
            BundleHead head = head(reader);
            Peer peer = Optional.ofNullable(Peer.all(parts.log()).get(head.from()))
                    .orElseThrow(() -> refused("it comes from the log " + head.from()
                            + ", and this workspace is not paired with that. Exchange cards first"));
            if (head.since() > peer.size()) {
                throw refused("it begins at entry " + head.since() + ", and only " + peer.size()
                        + " entries of that log are imported. Ask for `cairn exchange export --since " + peer.size()
                        + "`");
            }
            SignedNote note = reader.checkpoint();
            Checkpoint signed = signed(note, peer, head);
            Optional<ForkSeen> fork = entries(reader, head, peer, signed, note);
            if (fork.isPresent() || ownFork.isPresent()) {
                return new Checked(head, note, peer.size(), Map.of(), Set.of(), 0, fork.or(() -> ownFork));
            }
            if (!problems.isEmpty()) {
                throw refused(String.join("; ", problems));
            }
            int brought = payloads(reader, head);
            reader.end();
            return new Checked(head, note, peer.size(), expected, fresh, brought, Optional.empty());
        } catch (MalformedBundle e) {
            throw new WorkspaceException(Kind.BAD_INPUT, message(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "); nothing was imported", e);
        }
    }

    private BundleHead head(BundleReader reader) throws IOException, MalformedBundle, WorkspaceException {
        BundleHead head = reader.head();
        if (!head.to().equals(parts.file().origin())) {
            throw refused("it was made for the log " + head.to() + ", and this is "
                    + parts.file().origin());
        }
        return head;
    }

    private Checkpoint signed(SignedNote note, Peer peer, BundleHead head) throws WorkspaceException {
        for (NoteKey key : peer.logKeys()) {
            if (!key.verifies(note)) {
                throw refused("the checkpoint's " + key.algorithm() + " signature by " + key.name()
                        + " is missing or does not verify");
            }
        }
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(head.from()) || checkpoint.size() != head.size()) {
                throw refused("the checkpoint is of " + checkpoint.origin() + " at size " + checkpoint.size()
                        + ", the head says " + head.from() + " at " + head.size());
            }
            return checkpoint;
        } catch (MalformedNote e) {
            throw refused("the checkpoint: " + e.getMessage());
        }
    }

    /// Every entry's form and signatures, that together they are the log that the checkpoint signs, and that this log
    /// continues the one imported before.
    private Optional<ForkSeen> entries(
            BundleReader reader, BundleHead head, Peer peer, Checkpoint signed, SignedNote note)
            throws IOException, MalformedBundle, WorkspaceException {
        Frontier tree = frontier(reader, head);
        PeerIdentities identities = identities(peer, head.since());
        Optional<Digest> rootAtKnown = at(tree, peer.size());
        while (tree.size() < head.size()) {
            List<Bytes> some = reader.entries(head.size() - tree.size());
            if (some.isEmpty()) {
                throw refused("its entries end at " + tree.size() + " instead of " + head.size());
            }
            for (Bytes entry : some) {
                entry(tree.size(), entry, peer, identities);
                tree.append(Merkle.leafHash(entry));
                rootAtKnown = rootAtKnown.or(() -> at(tree, peer.size()));
            }
        }
        if (!tree.root().equals(signed.root())) {
            problems.add("its entries are not those that the checkpoint signs: an entry, or a hash before entry "
                    + head.since() + ", was changed");
            return Optional.empty();
        }
        return fork(peer, head, note, rootAtKnown);
    }

    private static Optional<Digest> at(Frontier tree, long size) {
        return tree.size() == size ? Optional.of(tree.root()) : Optional.empty();
    }

    private Optional<ForkSeen> fork(Peer peer, BundleHead head, SignedNote note, Optional<Digest> rootAtKnown) {
        Optional<Digest> known = peer.root(peer.size());
        boolean otherRoot = known.isPresent() && rootAtKnown.isPresent() && !known.equals(rootAtKnown);
        boolean otherThen = peer.root(head.size())
                .filter(root -> !noteRoot(note).equals(root))
                .isPresent();
        if (!otherRoot && !otherThen && differing.isEmpty()) {
            return Optional.empty();
        }
        SignedNote held = peer.checkpoint(otherThen ? head.size() : peer.size()).orElseThrow();
        return Optional.of(new ForkSeen(head.from(), held.encode(), note.encode(), differing));
    }

    private static Digest noteRoot(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).root();
        } catch (MalformedNote e) {
            throw new IllegalStateException("it was parsed before", e);
        }
    }

    private static Frontier frontier(BundleReader reader, BundleHead head) throws IOException, MalformedBundle {
        try {
            return Frontier.of(head.since(), reader.subtrees(head.since()));
        } catch (MalformedProof e) {
            throw new MalformedBundle(String.valueOf(e.getMessage()));
        }
    }

    private PeerIdentities identities(Peer peer, long before) {
        PeerIdentities identities = new PeerIdentities(peer.founder());
        for (Recorded<? extends Event> recorded : parts.imports().from(peer.origin())) {
            recorded.importedFrom()
                    .filter(place -> place.index() < before)
                    .ifPresent(_ -> identities.takeEffect(recorded.event()));
        }
        return identities;
    }

    private void entry(long index, Bytes bytes, Peer peer, PeerIdentities identities) {
        Digest known = peer.imported().get(index);
        if (known != null && !known.equals(Merkle.leafHash(bytes)) && differing.size() < MOST_NAMED) {
            differing.add(index);
        }
        problem(index, bytes, peer, identities)
                .filter(_ -> problems.size() < MOST_NAMED)
                .ifPresent(problem -> problems.add("entry " + index + ": " + problem));
    }

    private Optional<String> problem(long index, Bytes bytes, Peer peer, PeerIdentities identities) {
        if (bytes.size() > Ledger.ENTRY_SIZE_LIMIT_BYTES) {
            return Optional.of(bytes.size() + " bytes, more than " + Ledger.ENTRY_SIZE_LIMIT_BYTES);
        }
        try {
            Envelope envelope = Envelope.parse(bytes);
            if (!envelope.payloadType().equals(EventCodec.PAYLOAD_TYPE)) {
                return Optional.of("it is of type " + envelope.payloadType());
            }
            Event event = EventCodec.decode(
                            index, envelope.signatures().getFirst().keyId(), envelope.payload())
                    .event();
            boolean foundsOther = event instanceof Event.WorkspaceFounded founded
                    && !(founded.origin().equals(peer.origin()) && index == 0);
            if (foundsOther || index == 0 && !(event instanceof Event.WorkspaceFounded)) {
                return Optional.of("a log begins with its own founding, and only there");
            }
            note(index, event, peer);
            return identities.admit(envelope, event);
        } catch (MalformedEnvelope e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (MalformedEvent e) {
            return Optional.of("it is no event that this version accepts: " + e.getMessage());
        }
    }

    /// What an entry lets one expect of the payloads, and what it says of this log.
    private void note(long index, Event event, Peer peer) {
        for (PayloadRef payload : BundlePayloads.of(event)) {
            expect(payload, index >= peer.size());
        }
        if (event instanceof Event.EvidenceRecorded evidence) {
            manifests.add(evidence.manifest().stored());
        }
        if (event instanceof BundleImported echo
                && echo.origin().equals(parts.file().origin())) {
            ownFork = ownFork.or(() -> OwnHistory.contradiction(parts, echo));
        }
    }

    private int payloads(BundleReader reader, BundleHead head) throws IOException, MalformedBundle, WorkspaceException {
        TransferKey.Unsealing unsealing;
        try {
            unsealing = BundlePayloads.unsealing(parts, head);
        } catch (KeyException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        Set<Digest> seen = new HashSet<>();
        int brought = 0;
        for (Optional<SealedPayload> next = reader.payload(); next.isPresent(); next = reader.payload()) {
            SealedPayload payload = next.get();
            String name = "payload " + payload.stored();
            if (!seen.add(payload.stored())) {
                throw refused(name + " is there twice");
            }
            PayloadRef reference = Optional.ofNullable(expected.get(payload.stored()))
                    .orElseThrow(() -> refused(name + " is what no entry of it points to"));
            Bytes secret = BundlePayloads.secret(unsealing, payload)
                    .orElseThrow(() -> refused(name + ": what opens it was sealed for another workspace, or changed"));
            check(new HandedOver(reference, secret, payload.sealed()), name);
            brought += fresh.contains(payload.stored()) ? 1 : 0;
        }
        return brought;
    }

    private void expect(PayloadRef payload, boolean ofNewEntry) {
        expected.put(payload.stored(), payload);
        if (ofNewEntry) {
            fresh.add(payload.stored());
        }
    }

    private void check(HandedOver given, String name) throws WorkspaceException {
        try {
            Opening opening = parts.vault().check(given);
            if (manifests.contains(given.payload().stored())) {
                EvidenceManifest manifest = EvidenceCodec.decodeManifest(opening.content());
                boolean ofNewEntry = fresh.contains(given.payload().stored());
                manifest.raw().forEach(raw -> expect(raw.payload(), ofNewEntry));
            }
        } catch (VaultException e) {
            throw refused(name + ": " + e.getMessage());
        } catch (MalformedEvidence e) {
            throw refused(name + " is no evidence that this version reads: " + e.getMessage());
        }
    }

    private WorkspaceException refused(String problem) {
        return new WorkspaceException(Kind.BAD_INPUT, message(problem));
    }

    private String message(String problem) {
        return file + ": " + problem + "; nothing was imported";
    }
}
