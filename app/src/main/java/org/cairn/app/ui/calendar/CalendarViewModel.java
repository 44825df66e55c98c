package org.cairn.app.ui.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Calendar;
import org.cairn.app.workspace.CalendarWords;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.calendar.Duty;
import org.cairn.checklist.deadline.DeadlineRule;

/// The calendar of the state that is looked at. Confined to the UI executor.
public final class CalendarViewModel {
    private static final int YEARS_SHOWN = 2;

    /// One day.
    /// @param when   the day, or the minute in the zone of the person at the screen
    /// @param where  framework and citation; empty for what people recorded
    /// @param clock  that ends then
    public record Line(CalendarEntry entry, String when, String what, String where, Optional<DeadlineLine> clock) {}

    /// A clock that runs towards no day: the law gives no number, or what it needs is not known yet.
    public record Endless(DeadlineLine clock, String what, String limits) {}

    /// A recurring duty for which no clock runs.
    /// @param limits as the rule gives them
    public record Untimed(Duty duty, String what, String limits) {}

    /// @param spans    in their order, none of them empty
    /// @param running  all clocks that run
    /// @param unscoped of the days that are shown, how many wait for a fact of scope
    /// @param leftOut  days of law that are out of scope
    public record Shown(
            Map<Span, List<Line>> spans,
            List<DeadlineLine> running,
            List<Endless> endless,
            List<Untimed> untimed,
            long unscoped,
            int leftOut) {
        public List<Line> lines(Span span) {
            return spans.getOrDefault(span, List.of());
        }
    }

    private final Titles titles;
    private final CalendarWords words;
    private final Moments moments;
    private final Followed<Shown> read;
    private final ClockViewModel clock;
    private final LimitWords limits = new LimitWords(Texts.beside(CalendarViewModel.class));

    public CalendarViewModel(Desk desk, Library library) {
        this.titles = library.titles();
        this.words = new CalendarWords(library.frameworks(), titles::of, titles::of);
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.read = new Followed<>(desk, this::read);
        this.clock = new ClockViewModel(desk);
        read.value().subscribe(now -> now.ifPresent(shown -> clock.follow(shown.running())));
    }

    /// Whether a page shows it now: it is read only then.
    public void show(boolean seen) {
        read.show(seen);
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return read.value();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return read.problem();
    }

    ClockViewModel clock() {
        return clock;
    }

    Moments moments() {
        return moments;
    }

    Titles titles() {
        return titles;
    }

    private Shown read(Snapshot snapshot) throws WorkspaceException {
        LocalDate today = CalendarEntry.dayOf(snapshot.times().validAt());
        List<DeadlineLine> running = snapshot.state().deadlines().stream()
                .filter(each -> each.standing().runs())
                .toList();
        return shown(snapshot.state().calendar(today, today.plusYears(YEARS_SHOWN)), running, snapshot, today);
    }

    private Shown shown(Calendar calendar, List<DeadlineLine> running, Snapshot snapshot, LocalDate today) {
        Map<String, DeadlineLine> clocks =
                running.stream().collect(Collectors.toMap(ClockViewModel::id, Function.identity()));
        Map<Span, List<Line>> spans = new EnumMap<>(Span.class);
        for (CalendarEntry entry : calendar.overdue()) {
            spans.computeIfAbsent(Span.OVERDUE, _ -> new ArrayList<>()).add(line(entry, clocks, snapshot));
        }
        Set<CalendarEntry> overdue = new HashSet<>(calendar.overdue());
        for (CalendarEntry entry : calendar.entries()) {
            if (!overdue.contains(entry)) {
                spans.computeIfAbsent(Span.of(today, entry.day()), _ -> new ArrayList<>())
                        .add(line(entry, clocks, snapshot));
            }
        }
        List<Untimed> untimed = calendar.withoutClock().stream()
                .map(duty -> new Untimed(duty, words.of(duty.rule()), limits(duty.rule())))
                .toList();
        return new Shown(spans, running, endless(running), untimed, calendar.unscoped(), calendar.leftOut());
    }

    private List<Endless> endless(List<DeadlineLine> running) {
        return running.stream()
                .filter(each -> each.standing().reckoning().due().isEmpty())
                .map(each -> new Endless(
                        each,
                        each.standing()
                                .rule()
                                .map(words::of)
                                .orElseGet(
                                        () -> each.standing().deadline().rule().value()),
                        each.standing().rule().map(this::limits).orElse("")))
                .toList();
    }

    private String limits(DeadlineRule rule) {
        return String.join("; ", rule.limits().stream().map(limits::of).toList());
    }

    private Line line(CalendarEntry entry, Map<String, DeadlineLine> clocks, Snapshot snapshot) {
        String when = entry.at().map(moments::minute).orElseGet(() -> moments.day(entry.day()));
        String framework = entry.framework().map(id -> title(id, snapshot)).orElse("");
        String where = framework.isEmpty() || entry.citation().isEmpty()
                ? framework + entry.citation()
                : framework + " · " + entry.citation();
        return new Line(entry, when, words.of(entry), where, Optional.ofNullable(clocks.get(entry.subject())));
    }

    private String title(FrameworkId id, Snapshot snapshot) {
        return snapshot.posture()
                .framework(id)
                .map(framework -> titles.of(framework.framework()))
                .orElse(id.value());
    }

    static boolean unscoped(Bearing bearing) {
        return bearing == Bearing.UNSCOPED;
    }
}
