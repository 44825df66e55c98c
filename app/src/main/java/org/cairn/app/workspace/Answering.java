package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Recording what a person says. Everything is checked before anything is stored.
final class Answering {
    private final Parts parts;

    Answering(Parts parts) {
        this.parts = parts;
    }

    void check(AnswerRequest request) throws WorkspaceException {
        textOf(request.subject());
        boolean noNote = request.note().filter(text -> !text.isBlank()).isEmpty();
        if (request.status().needsReason() && noNote) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON,
                    request.subject().text() + ": the answer '" + LogTexts.words(request.status())
                            + "' needs a reason. Say in the note why, in a sentence an auditor can follow");
        }
        if (request.status() == AnswerStatus.NOT_YET_APPLICABLE
                && request.appliesFrom().isEmpty()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON,
                    request.subject().text() + ": 'not yet applicable' needs the day from which it applies");
        }
        for (EvidenceId id : request.evidence()) {
            checkKnown(id);
        }
    }

    long answer(AnswerRequest request) throws WorkspaceException {
        check(request);
        return parts.log()
                .record(event(request), request.validFrom(), parts.keyring().person());
    }

    /// What is recorded of an answer that was checked; its texts are stored.
    Event event(AnswerRequest request) throws WorkspaceException {
        return new Event.ControlAnswered(
                request.subject(),
                request.status(),
                textOf(request.subject()),
                store(request.note()),
                request.maturity(),
                store(request.owner()),
                request.due(),
                request.appliesFrom(),
                request.evidence());
    }

    long link(EvidenceId evidence, Subject subject) throws WorkspaceException {
        textOf(subject);
        checkKnown(evidence);
        return parts.log().recordByPerson(new Event.EvidenceLinked(evidence, subject));
    }

    /// The digest of the text that an answer is keyed on. What ships is never replaced: what was imported is looked up
    /// only for another subject.
    Digest textOf(Subject subject) throws WorkspaceException {
        Optional<Digest> shipped =
                parts.environment().knowledge().library().catalogue().textDigest(subject);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Catalogue catalogue = parts.library().catalogue();
        return catalogue.textDigest(subject).orElseThrow(() -> unknown(subject, catalogue));
    }

    private void checkKnown(EvidenceId id) throws WorkspaceException {
        if (!parts.shelf().knows(id)) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_EVIDENCE,
                    "no evidence " + id.hex() + " is recorded here; nothing was recorded. `cairn log` shows what is");
        }
    }

    private Optional<PayloadRef> store(Optional<String> text) throws WorkspaceException {
        Optional<String> said = text.filter(words -> !words.isBlank());
        try {
            return said.isPresent() ? Optional.of(parts.vault().put(Bytes.utf8(said.get()))) : Optional.empty();
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private static WorkspaceException unknown(Subject subject, Catalogue catalogue) {
        Stream<String> known = switch (subject) {
            case ControlId _ ->
                catalogue.controls().stream().map(control -> control.id().text());
            case RequirementId id ->
                catalogue.framework(id.framework()).stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .map(requirement -> requirement.id().text());
        };
        List<String> ids = known.toList();
        String what = subject instanceof ControlId ? "no control " : "no requirement ";
        return new WorkspaceException(
                Kind.UNKNOWN_SUBJECT,
                what + subject.text() + "; nothing was recorded." + NearIds.question(subject.text(), ids));
    }
}
