package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.Recorded;
import org.cairn.reports.pack.Dates;

/// What a pack says about days: of its framework, and of the evidence and answers that it shows. Each that people
/// recorded names its entry, which lies in the pack.
final class PackDates {
    private static final int YEARS_SHOWN = 2;

    private final Parts parts;
    private final PackDraft draft;
    private final CalendarWords words;
    /// The entries of remarks that the pack shows.
    private final Set<Long> remarks;

    PackDates(Parts parts, PackDraft draft, PackTitles titles) {
        this.parts = parts;
        this.draft = draft;
        this.words = new CalendarWords(parts.library(draft.times()), titles::of, titles::of);
        this.remarks = draft.shown().stream()
                .filter(recorded -> recorded.event() instanceof AuditorRemarked)
                .map(Recorded::entry)
                .collect(Collectors.toSet());
    }

    Dates dates() throws WorkspaceException {
        LocalDate from = CalendarEntry.dayOf(draft.times().validAt());
        Calendar calendar =
                new CalendarReading(parts, draft.times()).read(from, from.plusYears(YEARS_SHOWN), draft.posture());
        List<Dates.Untimed> untimed = calendar.withoutClock().stream()
                .filter(duty -> duty.rule().framework().equals(framework()))
                .map(duty -> new Dates.Untimed(
                        words.of(duty.rule()),
                        String.join(
                                "; ",
                                duty.rule().limits().stream().map(Limit::text).toList()),
                        duty.rule().citation(),
                        duty.bearing()))
                .toList();
        List<CalendarEntry> coming = calendar.entries().stream()
                .filter(entry -> !calendar.overdue().contains(entry))
                .toList();
        return new Dates(
                calendar.from(),
                calendar.to(),
                lines(calendar.overdue()),
                lines(coming),
                untimed,
                calendar.leftOut(framework()));
    }

    private List<Dates.Line> lines(List<CalendarEntry> entries) {
        return entries.stream()
                .filter(this::shown)
                .map(entry -> new Dates.Line(
                        entry.day(),
                        entry.at(),
                        entry.kind(),
                        words.of(entry),
                        entry.citation(),
                        entry.bearing(),
                        entry.entry()))
                .toList();
    }

    private boolean shown(CalendarEntry entry) {
        return switch (entry.kind()) {
            case EVIDENCE_EXPIRES ->
                draft.evidence().all().stream()
                        .anyMatch(piece -> piece.id().hex().equals(entry.subject()));
            case ANSWER_DUE -> !entry.subject().contains(":") || ofFramework(entry.subject());
            case RISK_ACCEPTANCE_ENDS -> true;
            case FOLLOW_UP_DUE -> entry.entry().filter(remarks::contains).isPresent();
            case COMES_INTO_FORCE, ENDS, SUPERSEDED, DEADLINE, RECURRING_DUTY, KEEP_UNTIL, LASTS_UNTIL ->
                entry.framework().filter(framework()::equals).isPresent();
        };
    }

    private boolean ofFramework(String subject) {
        return draft.framework().requirements().stream()
                .map(row -> row.requirement().id())
                .map(RequirementId::text)
                .anyMatch(subject::equals);
    }

    private FrameworkId framework() {
        return draft.framework().framework().id();
    }
}
