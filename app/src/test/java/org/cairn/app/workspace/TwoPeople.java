package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.ReviewEvent.AnswerRef;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed.Decision;
import org.cairn.evidence.PayloadRef;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// Anna founded `acme`. Ben has a laptop with a workspace of his own, and Ben's second laptop has another key.
final class TwoPeople {
    static final ControlId CONTROL = new ControlId("NET-4");

    final WorkspaceFixture anna;
    final WorkspaceFixture ben;
    final WorkspaceFixture secondLaptop;
    private final Path stick;

    TwoPeople(Path temporary) throws Exception {
        anna = new WorkspaceFixture(Files.createDirectory(temporary.resolve("anna")));
        ben = new WorkspaceFixture(Files.createDirectory(temporary.resolve("ben")));
        secondLaptop = new WorkspaceFixture(Files.createDirectory(temporary.resolve("second")));
        stick = Files.createDirectory(temporary.resolve("stick"));
        anna.found().close();
        ben.found().close();
    }

    Path stick(String name) {
        return stick.resolve(name);
    }

    /// @return Ben's holder
    HolderId enrolBen(Role role) throws Exception {
        return enrol(ben, role, Optional.empty());
    }

    /// A further key of Ben's.
    void enrolSecondLaptop(HolderId holder, Role role) throws Exception {
        secondLaptop.found().close();
        enrol(secondLaptop, role, Optional.of(holder));
    }

    private HolderId enrol(WorkspaceFixture newcomer, Role role, Optional<HolderId> holder) throws Exception {
        Path request = stick("request-" + newcomer.folder.hashCode());
        try (Workspace theirs = newcomer.open(Access.READ)) {
            theirs.identities().requestForPerson("Ben Okafor", request);
        }
        try (Workspace acme = anna.open(Access.WRITE)) {
            EnrolmentRequest read = EnrolmentRequest.read(request);
            acme.identities().enrol(read, role, holder);
            return acme.identities().findHolder(read.key().keyId().hex());
        }
    }

    /// @param signers of this acceptance of the answer at `entry`
    static Bytes acceptance(Ledger ledger, long entry, PayloadRef reason, EntrySigner... signers) throws Exception {
        AnswerRef answer = new AnswerRef(entry, ledger.leaf(entry));
        return signed(new AnswerReviewed(CONTROL, answer, Decision.ACCEPTED, reason), signers);
    }

    static Bytes signed(Event event, EntrySigner... signers) throws Exception {
        Bytes payload = EventCodec.encode(EventDraft.now(Instant.parse("2026-03-02T09:00:00Z"), event));
        Envelope envelope = signers[0].sign(EventCodec.PAYLOAD_TYPE, payload);
        for (EntrySigner signer : Arrays.asList(signers).subList(1, signers.length)) {
            envelope = signer.countersign(envelope);
        }
        return envelope.encode();
    }

    static Event enrolment(EntrySigner newcomer, Role role) {
        return new Event.IdentityEnrolled(
                newcomer.keyId(), newcomer.publicKey().spki(), role, Optional.empty(), nowhere());
    }

    static Event answer(AnswerStatus status) {
        return new Event.ControlAnswered(
                CONTROL,
                status,
                Digest.sha256(Bytes.utf8("the text")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// One that lies in no vault: what is forged need not be complete.
    static PayloadRef nowhere() {
        Digest digest = Digest.sha256(Bytes.utf8("nowhere"));
        return new PayloadRef(digest, digest, 7);
    }

    /// Writes past Cairn, as the owner of the machine can.
    long appendUnasked(Forgery forgery) throws Exception {
        try (Keyring keys = anna.keyring();
                Ledger ledger = Ledger.openForWriting(anna.folder.resolve("ledger"), keys.log())) {
            return ledger.append(forgery.entry(ledger, keys.person()));
        }
    }

    interface Forgery {
        Bytes entry(Ledger ledger, EntrySigner anna) throws Exception;
    }
}
