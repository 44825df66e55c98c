package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent.LegalHoldLifted;
import org.cairn.checklist.event.ErasureEvent.LegalHoldPlaced;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// Legal holds: what may not be erased until somebody lifts the hold.
final class Legal {
    private final Parts parts;

    Legal(Parts parts) {
        this.parts = parts;
    }

    /// Those not lifted, by the entry that placed each.
    static Map<Long, Recorded<LegalHoldPlaced>> holds(List<Recorded<? extends Event>> events) {
        Map<Long, Recorded<LegalHoldPlaced>> open = new TreeMap<>();
        for (Recorded<? extends Event> recorded : events) {
            recorded.as(LegalHoldPlaced.class).ifPresent(hold -> open.put(hold.entry(), hold));
            recorded.as(LegalHoldLifted.class)
                    .ifPresent(lifted -> open.remove(lifted.event().hold()));
        }
        return open;
    }

    /// Those among the first `size` entries that were not lifted in them.
    static Map<Long, Recorded<LegalHoldPlaced>> holds(EventLog log, long size) {
        List<Recorded<? extends Event>> events = new ArrayList<>(log.all(LegalHoldPlaced.class, size));
        events.addAll(log.all(LegalHoldLifted.class, size));
        return holds(events);
    }

    long place(List<EvidenceId> evidence, List<Subject> subjects, String reason) throws WorkspaceException {
        parts.requireWritable();
        requireReason(reason);
        for (EvidenceId id : evidence) {
            if (!parts.shelf().knows(id)) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE, "no evidence " + id.shortForm() + " is recorded here");
            }
        }
        return parts.log().recordByPerson(new LegalHoldPlaced(evidence, subjects, store(reason)));
    }

    /// What other logs erased in the meantime, and only this hold kept, is erased now.
    long lift(long hold, String reason) throws WorkspaceException {
        parts.requireWritable();
        requireReason(reason);
        if (!holds(parts.log(), Long.MAX_VALUE).containsKey(hold)) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_ENTRY,
                    "no legal hold of entry " + hold + " is in force; `cairn hold list` shows them");
        }
        long entry = parts.log().recordByPerson(new LegalHoldLifted(hold, store(reason)));
        new Following(parts).follow();
        return entry;
    }

    /// Those in force, oldest first.
    /// @param size how many entries count
    List<HoldLine> list(long size) throws WorkspaceException {
        List<HoldLine> lines = new ArrayList<>();
        for (Recorded<LegalHoldPlaced> hold : holds(parts.log(), size).values()) {
            lines.add(new HoldLine(
                    hold.entry(),
                    hold.recordedAt(),
                    parts.names().of(hold.actor()),
                    ErasureTexts.scope(hold.event()),
                    parts.names().text(hold.event().reason()).orElse("(erased)")));
        }
        return lines;
    }

    /// The holds on an item.
    /// @param subjects that rest on it
    static List<Long> on(
            Map<Long, Recorded<LegalHoldPlaced>> holds, Optional<EvidenceId> evidence, Set<Subject> subjects) {
        return holds.values().stream()
                .filter(hold -> hold.event().everything()
                        || evidence.map(id -> hold.event().evidence().contains(id))
                                .orElse(false)
                        || hold.event().subjects().stream().anyMatch(subjects::contains))
                .map(Recorded::entry)
                .toList();
    }

    /// The holds on an item, also by what other logs rest on it.
    static List<Long> on(Parts parts, Target target) {
        List<Recorded<? extends Event>> events =
                parts.imports().judged(parts.log().events());
        return switch (target) {
            case Target.Evidence(EvidenceId id) -> on(holds(events), Optional.of(id), subjectsOf(events, id));
            case Target.TextsOf(long entry) -> on(holds(events), Optional.empty(), subjectOf(events, entry));
        };
    }

    static void requireNoHold(Parts parts, Target target) throws WorkspaceException {
        List<Long> holds = on(parts, target);
        if (!holds.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    ErasurePlan.words(target) + " is on legal hold (entry " + holds.getFirst()
                            + "); nothing was recorded. `cairn hold list` shows why, `cairn hold lift` ends it");
        }
    }

    /// What rests on a piece: it was linked to it, or an answer names it.
    static Set<Subject> subjectsOf(List<Recorded<? extends Event>> events, EvidenceId id) {
        Set<Subject> subjects = new HashSet<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof Event.EvidenceLinked linked
                    && linked.evidence().equals(id)) {
                subjects.add(linked.subject());
            } else if (recorded.event() instanceof Event.ControlAnswered answer
                    && answer.evidence().contains(id)) {
                subjects.add(answer.subject());
            }
        }
        return subjects;
    }

    private static Set<Subject> subjectOf(List<Recorded<? extends Event>> events, long entry) {
        return events.stream()
                .filter(recorded -> recorded.entry() == entry)
                .map(Recorded::event)
                .filter(Event.ControlAnswered.class::isInstance)
                .map(event -> ((Event.ControlAnswered) event).subject())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static void requireReason(String reason) throws WorkspaceException {
        if (reason.isBlank()) {
            throw new WorkspaceException(Kind.MISSING_REASON, "a reason is needed (--reason); nothing was recorded");
        }
    }

    private PayloadRef store(String text) throws WorkspaceException {
        try {
            return parts.vault().put(Bytes.utf8(text));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }
}
