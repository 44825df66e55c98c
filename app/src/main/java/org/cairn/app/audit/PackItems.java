package org.cairn.app.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.proof.MalformedJson;

/// What of a pack can be marked: the rows that are answered or that evidence serves, and each piece of evidence.
/// Further
/// requirements of the pack's framework can be marked too, since that nobody answered one may be what is objected to.
/// @param listed  in the order of a report: controls, requirements, evidence
/// @param further requirements that the pack says nothing of
public record PackItems(List<ListedItem> listed, Set<RequirementId> further) {
    static final String NOT_ANSWERED = "not answered";

    public PackItems {
        listed = List.copyOf(listed);
        further = Collections.unmodifiableSet(new TreeSet<>(further));
    }

    /// @param events  what the pack's entries say
    /// @param titles  of rows
    /// @param demands the requirements of the pack's framework that can be answered
    public static PackItems of(
            PackPapers papers,
            SortedMap<Long, Event> events,
            Function<Subject, String> titles,
            Set<RequirementId> demands)
            throws MalformedJson {
        Map<Subject, String> answers = new LinkedHashMap<>();
        Map<Subject, Long> own = new HashMap<>();
        events.forEach((entry, event) -> {
            switch (event) {
                case Event.ControlAnswered answer -> {
                    own.put(answer.subject(), entry);
                    answers.put(answer.subject(), "answered " + words(answer.status()) + ", entry " + entry);
                }
                case ReviewEvent.AnswerWithdrawn taken -> {
                    answers.putIfAbsent(taken.subject(), NOT_ANSWERED);
                    if (own.getOrDefault(taken.subject(), Long.MAX_VALUE)
                            <= taken.answer().entry()) {
                        answers.put(taken.subject(), NOT_ANSWERED);
                    }
                }
                case ExchangeEvent.EntryImported imported ->
                    imported.subject()
                            .ifPresent(subject ->
                                    answers.put(Subject.parse(subject), "of another workspace, entry " + entry));
                default -> {}
            }
        });
        List<PackPapers.Piece> pieces = papers.evidence();
        pieces.forEach(piece -> piece.controls().forEach(control -> answers.putIfAbsent(control, NOT_ANSWERED)));
        SortedMap<ControlId, String> controls = new TreeMap<>();
        SortedMap<RequirementId, String> requirements = new TreeMap<>();
        answers.forEach((subject, state) -> {
            switch (subject) {
                case ControlId control -> controls.put(control, state);
                case RequirementId requirement -> requirements.put(requirement, state);
            }
        });
        List<ListedItem> listed = new ArrayList<>();
        controls.forEach((subject, state) -> listed.add(row(subject, state, titles)));
        requirements.forEach((subject, state) -> listed.add(row(subject, state, titles)));
        for (PackPapers.Piece piece : pieces) {
            String serves = piece.controls().stream().map(ControlId::value).collect(Collectors.joining(" "));
            listed.add(new ListedItem(
                    new AuditItem.Piece(piece.id()),
                    piece.title(),
                    (serves.isEmpty() ? "attached" : "for " + serves) + ", entry " + piece.entry()));
        }
        Set<RequirementId> further = new TreeSet<>(demands);
        further.removeAll(requirements.keySet());
        return new PackItems(listed, further);
    }

    public boolean holds(AuditItem item) {
        return listed.stream().anyMatch(each -> each.item().equals(item))
                || item instanceof AuditItem.Row(RequirementId requirement) && further.contains(requirement);
    }

    private static ListedItem row(Subject subject, String state, Function<Subject, String> titles) {
        return new ListedItem(new AuditItem.Row(subject), titles.apply(subject), state);
    }

    static String words(AnswerStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
