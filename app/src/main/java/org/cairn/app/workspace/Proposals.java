package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerWithdrawn;
import org.cairn.checklist.event.ReviewEvent.ProposalRejected;
import org.cairn.evidence.PayloadRef;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.MalformedEnvelope;

/// What waits for a second person: envelopes with one signature, in the folder `proposals` or in files that are carried
/// from one machine to another. A proposal is no entry; with the second signature it becomes one.
public final class Proposals {
    private static final String SUFFIX = ".json";

    private final Parts parts;

    Proposals(Parts parts) {
        this.parts = parts;
    }

    /// Signs an event as the first person and keeps it for the second.
    Proposal propose(Event event) throws WorkspaceException {
        parts.requireWritable();
        EntrySigner person = parts.keyring().person();
        Envelope envelope = person.sign(EventCodec.PAYLOAD_TYPE, parts.log().payload(event));
        Proposal proposal = told(envelope);
        requireTimely(proposal);
        keep(proposal);
        return proposal;
    }

    /// All that wait here, by id.
    public List<Proposal> all() throws WorkspaceException {
        List<Proposal> all = new ArrayList<>();
        if (Files.isDirectory(folder())) {
            for (String id : ids()) {
                all.add(find(id));
            }
        }
        return all;
    }

    /// @param idOrFile the first digits of an id, enough to tell it from the others, or a file
    public Proposal find(String idOrFile) throws WorkspaceException {
        List<String> fitting = ids().stream()
                .filter(id -> !idOrFile.isEmpty() && id.startsWith(idOrFile))
                .toList();
        if (fitting.size() == 1) {
            Proposal proposal = read(file(fitting.getFirst()));
            if (!proposal.id().equals(fitting.getFirst())) {
                throw new WorkspaceException(
                        Kind.DAMAGED, file(fitting.getFirst()) + ": is not the proposal that its name says");
            }
            return proposal;
        }
        Path path = Path.of(idOrFile);
        if (Files.isRegularFile(path)) {
            return read(path);
        }
        throw new WorkspaceException(
                Kind.UNKNOWN_PROPOSAL,
                "no proposal and no file '" + idOrFile + "'"
                        + (fitting.isEmpty() ? "" : ", but several proposals that start so")
                        + "; nothing was recorded. `cairn proposals` shows what waits");
    }

    /// Signs as the second person and records. Where this person signed it already, their signature is not added again:
    /// what came back from the second person is then recorded as it is.
    /// @return the entry's index
    public long approve(Proposal proposal) throws WorkspaceException {
        parts.requireWritable();
        requireTimely(proposal);
        if (proposal.event().event() instanceof Erasure erasure) {
            new ErasurePlan(parts).requireStill(erasure);
        }
        Envelope signed = countersigned(proposal.envelope());
        long entry = parts.log().record(signed);
        forget(proposal.id());
        parts.destroying().carryOut();
        return entry;
    }

    /// Signs as the second person, for a file that is carried back.
    public void sign(Proposal proposal, Path out) throws WorkspaceException {
        SmallFiles.write(out, countersigned(proposal.envelope()).encode());
    }

    /// Copies a proposal to a file.
    public void export(Proposal proposal, Path out) throws WorkspaceException {
        SmallFiles.write(out, proposal.envelope().encode());
    }

    /// Forgets a proposal that waits here. It never was an entry, so nothing is recorded.
    public void withdraw(Proposal proposal) throws WorkspaceException {
        forget(proposal.id());
    }

    private Envelope countersigned(Envelope envelope) {
        EntrySigner person = parts.keyring().person();
        boolean signed = envelope.signatures().stream()
                .anyMatch(signature -> signature.keyId().equals(person.keyId()));
        return signed ? envelope : person.countersign(envelope);
    }

    private static void requireTimely(Proposal proposal) throws WorkspaceException {
        if (proposal.refusal().isPresent()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "this " + proposal.kind() + " cannot be recorded: "
                            + proposal.refusal().get() + ". Nothing was recorded");
        }
    }

    private Proposal read(Path file) throws WorkspaceException {
        try {
            return told(Envelope.parse(SmallFiles.read(file)));
        } catch (MalformedEnvelope e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, file + ": is no proposal: " + e.getMessage() + ". Nothing was recorded", e);
        }
    }

    private Proposal told(Envelope envelope) throws WorkspaceException {
        try {
            Recorded<? extends Event> event = EventCodec.decode(
                    parts.ledger().size(), envelope.signatures().getFirst().keyId(), envelope.payload());
            List<String> signers = new ArrayList<>();
            for (EnvelopeSignature signature : envelope.signatures()) {
                signers.add(parts.names().of(signature.keyId()));
            }
            return new Proposal(
                    Digest.sha256(envelope.payload()).hex(),
                    EventCodec.kind(event.event()),
                    LogTexts.summary(event.event()),
                    text(event.event()),
                    unread(event.event()),
                    signers,
                    event,
                    envelope,
                    parts.register()
                            .refusalOfProposal(envelope)
                            .or(() -> rejection(envelope))
                            .or(() -> withdrawal(event.event())));
        } catch (MalformedEvent e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "the proposal says nothing that can be recorded: " + e.getMessage(), e);
        }
    }

    private Optional<String> rejection(Envelope envelope) {
        Digest payload = Digest.sha256(envelope.payload());
        return parts.log().all(ProposalRejected.class).stream()
                .filter(rejected -> rejected.event().proposal().equals(payload))
                .findFirst()
                .map(rejected -> "it was rejected with entry " + rejected.entry() + "; propose it anew");
    }

    private Optional<String> withdrawal(Event event) {
        return event instanceof AnswerReviewed reviewed
                ? parts.log().all(AnswerWithdrawn.class).stream()
                        .filter(taken -> taken.event().answer().equals(reviewed.answer()))
                        .findFirst()
                        .map(taken -> "the answer was withdrawn with entry " + taken.entry())
                : Optional.empty();
    }

    private Optional<String> text(Event event) throws WorkspaceException {
        if (event instanceof DeviationAccepted accepted) {
            Optional<String> what = parts.names().text(accepted.what());
            Optional<String> reason = parts.names().text(accepted.reason());
            return what.flatMap(is -> reason.map(why -> is + "\n" + why));
        }
        Optional<PayloadRef> first = PayloadRefs.of(event).stream().findFirst();
        return first.isPresent() ? parts.names().text(first.get()) : Optional.empty();
    }

    private List<PayloadRef> unread(Event event) throws WorkspaceException {
        List<PayloadRef> unread = new ArrayList<>();
        for (PayloadRef payload : PayloadRefs.of(event)) {
            if (parts.names().text(payload).isEmpty()) {
                unread.add(payload);
            }
        }
        return unread;
    }

    private void keep(Proposal proposal) throws WorkspaceException {
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, folder() + ": cannot be made (" + e + ")", e);
        }
        SmallFiles.write(file(proposal.id()), proposal.envelope().encode());
    }

    private void forget(String id) throws WorkspaceException {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, file(id) + ": cannot be removed (" + e + "); remove it by hand", e);
        }
    }

    private List<String> ids() throws WorkspaceException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[0-9a-f]{64}\\" + SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, folder() + ": cannot be read (" + e + ")", e);
        }
    }

    private Path folder() {
        return parts.folder().proposals();
    }

    private Path file(String id) {
        return folder().resolve(id + SUFFIX);
    }
}
