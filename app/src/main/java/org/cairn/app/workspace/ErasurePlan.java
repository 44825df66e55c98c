package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.retention.Retention;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Turns a request into the event that two people sign, or refuses it: unknown, erased already, on legal
/// hold, below a
/// retention floor.
final class ErasurePlan {
    private final Parts parts;

    ErasurePlan(Parts parts) {
        this.parts = parts;
    }

    /// Stores the reasons' texts; nothing is destroyed.
    Erasure plan(ErasureRequest request) throws WorkspaceException {
        parts.requireWritable();
        if (request.basis().isBlank()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON, "an erasure needs its basis in words (--basis); nothing was recorded");
        }
        Legal.requireNoHold(parts, request.target());
        Optional<Retention.Term> floor = new RetentionReport(parts).floorOf(request.target());
        if (floor.isPresent() && request.overrideFloor().isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    words(request.target()) + " is kept until " + floor.get().until() + " by "
                            + floor.get().rule().id() + " ("
                            + floor.get().rule().citation()
                            + "); nothing was recorded. Give a reason with --override-floor to go below it");
        }
        return switch (request.target()) {
            case Target.Evidence(EvidenceId id) -> evidence(id, request, floor.isPresent());
            case Target.TextsOf(long entry) -> texts(entry, request, floor.isPresent());
        };
    }

    private Erasure evidence(EvidenceId id, ErasureRequest request, boolean below) throws WorkspaceException {
        Optional<Recorded<Erasure>> before = parts.erasures().of(id);
        if (before.isPresent()) {
            throw erasedAlready("evidence " + id.shortForm(), before.get());
        }
        Recorded<EvidenceRecorded> entry = parts.shelf()
                .entry(id)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE,
                        "no evidence " + id.shortForm() + " is recorded here; `cairn log` shows what is"));
        List<Digest> raw = new ArrayList<>();
        for (Artefact artefact : parts.shelf().artefacts(id)) {
            raw.add(artefact.payload().stored());
        }
        int listed = Math.min(raw.size(), ErasureEvent.LARGEST_LIST - 1);
        List<Digest> payloads = new ArrayList<>(raw.subList(0, listed));
        payloads.add(entry.event().manifest().stored());
        return new ErasureEvent.EvidenceErased(
                id, payloads, raw.size() - listed, request.reason(), store(request.basis()), override(request, below));
    }

    private Erasure texts(long entry, ErasureRequest request, boolean below) throws WorkspaceException {
        Event event = parts.log().events().stream()
                .filter(recorded -> recorded.entry() == entry)
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_ENTRY, "there is no readable entry " + entry + "; nothing was recorded"))
                .event();
        if (event instanceof EvidenceRecorded evidence) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "entry " + entry + " records evidence; erase it by its id, "
                            + evidence.id().hex());
        }
        if (event instanceof Event.WorkspaceFounded) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "entry " + entry + " names the organisation, which also stands in cairn.json and in every pack;"
                            + " it cannot be erased");
        }
        List<Digest> payloads = PayloadRefs.of(event).stream()
                .map(PayloadRef::stored)
                .filter(stored -> !parts.erasures().erased(stored))
                .toList();
        if (payloads.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "entry " + entry + " refers to no text that could be erased; nothing was recorded");
        }
        return new ErasureEvent.PayloadErased(
                entry, payloads, request.reason(), store(request.basis()), override(request, below));
    }

    private Optional<PayloadRef> override(ErasureRequest request, boolean below) throws WorkspaceException {
        return below && request.overrideFloor().isPresent()
                ? Optional.of(store(request.overrideFloor().get()))
                : Optional.empty();
    }

    private PayloadRef store(String text) throws WorkspaceException {
        try {
            return parts.vault().put(Bytes.utf8(text));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    static String words(Target target) {
        return switch (target) {
            case Target.Evidence(EvidenceId id) -> "evidence " + id.shortForm();
            case Target.TextsOf(long entry) -> "the text of entry " + entry;
        };
    }

    private static WorkspaceException erasedAlready(String what, Recorded<Erasure> before) {
        Instant when = before.recordedAt();
        return new WorkspaceException(
                Kind.BAD_INPUT, what + " was erased already, " + when + " by entry " + before.entry());
    }
}
