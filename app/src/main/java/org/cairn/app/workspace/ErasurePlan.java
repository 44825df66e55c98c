package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.retention.Retention;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// Turns a request into the event that two people sign, or refuses it: unknown, erased already, on legal hold, below a
/// retention floor. The same is asked again when the second person signs, since days may lie between.
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
        boolean below = isBelowFloor(request.target(), request.overrideFloor().isPresent());
        Payloads payloads = payloads(request.target());
        PayloadRef basis = parts.store(request.basis());
        Optional<PayloadRef> override = below && request.overrideFloor().isPresent()
                ? Optional.of(parts.store(request.overrideFloor().get()))
                : Optional.empty();
        return switch (request.target()) {
            case Target.Evidence(EvidenceId id) ->
                new ErasureEvent.EvidenceErased(
                        id, payloads.listed(), payloads.further(), request.reason(), basis, override);
            case Target.TextsOf(long entry) ->
                new ErasureEvent.PayloadErased(entry, payloads.listed(), request.reason(), basis, override);
        };
    }

    /// Refuses what somebody proposed before and what may no longer be erased, or never was what it is said to be.
    void requireStill(Erasure erasure) throws WorkspaceException {
        Target target = target(erasure);
        isBelowFloor(target, erasure.override().isPresent());
        if (!payloads(target).equals(named(erasure))) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "the proposal names other payloads than those of " + words(target)
                            + "; nothing was recorded. Withdraw it and propose again");
        }
    }

    /// What an erasure destroys, as its entry names it.
    /// @param further raw payloads that do not fit into the entry
    private record Payloads(List<Digest> listed, int further) {}

    private static Payloads named(Erasure erasure) {
        int further = erasure instanceof ErasureEvent.EvidenceErased evidence ? evidence.further() : 0;
        return new Payloads(erasure.payloads(), further);
    }

    static Target target(Erasure erasure) {
        return switch (erasure) {
            case ErasureEvent.EvidenceErased evidence -> new Target.Evidence(evidence.evidence());
            case ErasureEvent.PayloadErased texts -> new Target.TextsOf(texts.erased());
        };
    }

    /// Refuses under a legal hold, and below a floor that is not overridden.
    private boolean isBelowFloor(Target target, boolean overridden) throws WorkspaceException {
        Legal.requireNoHold(parts, target);
        Optional<Retention.Term> floor = new RetentionReport(parts).floorOf(target);
        if (floor.isPresent() && !overridden) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    words(target) + " is kept until " + floor.get().until() + " by "
                            + floor.get().rule().id() + " ("
                            + floor.get().rule().citation()
                            + "); nothing was recorded. Give a reason with --override-floor to go below it");
        }
        return floor.isPresent();
    }

    private Payloads payloads(Target target) throws WorkspaceException {
        return switch (target) {
            case Target.Evidence(EvidenceId id) -> ofEvidence(id);
            case Target.TextsOf(long entry) -> ofTexts(entry);
        };
    }

    private Payloads ofEvidence(EvidenceId id) throws WorkspaceException {
        Optional<Recorded<Destruction>> before = parts.erasures().of(id);
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
        return new Payloads(payloads, raw.size() - listed);
    }

    private Payloads ofTexts(long entry) throws WorkspaceException {
        Event event = (entry < parts.log().size()
                        ? parts.log().event(entry)
                        : Optional.<Recorded<? extends Event>>empty())
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
        return new Payloads(payloads, 0);
    }

    static String words(Target target) {
        return switch (target) {
            case Target.Evidence(EvidenceId id) -> "evidence " + id.shortForm();
            case Target.TextsOf(long entry) -> "the text of entry " + entry;
        };
    }

    private static WorkspaceException erasedAlready(String what, Recorded<Destruction> before) {
        Instant when = before.recordedAt();
        return new WorkspaceException(
                Kind.BAD_INPUT, what + " was erased already, " + when + " by entry " + before.entry());
    }
}
