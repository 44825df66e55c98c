package org.cairn.app.ui.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;

/// How the posture came to be what it is: replayed from the ledger for a few days, each with what was known on it.
/// Confined to the UI executor.
public final class TrendViewModel {
    private final Desk desk;
    private final Titles titles;
    private final Moments moments;
    private final Followed<List<Day>> read;
    private final ObjectProperty<Optional<FrameworkId>> framework = new SimpleObjectProperty<>(Optional.empty());
    /// By the two times: what is recorded later never changes what was known of a day before.
    private final Map<AsOf, Map<FrameworkId, Map<Mark, Long>>> replayed = new ConcurrentHashMap<>();

    public TrendViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.titles = library.titles();
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.read = new Followed<>(desk, this::days);
    }

    /// How many requirements were in which state at the end of a day, by framework.
    record Day(LocalDate day, Map<FrameworkId, Map<Mark, Long>> states) {}

    /// @param counts in the order of the bar
    record Column(LocalDate day, String words, Map<Mark, Long> counts) {}

    void show(boolean seen) {
        read.show(seen);
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return read.problem();
    }

    /// The one that is shown; empty sums up all of them.
    ObjectProperty<Optional<FrameworkId>> framework() {
        return framework;
    }

    /// The adopted ones with their titles, in the order of their ids.
    ObservableValue<Map<FrameworkId, String>> frameworks() {
        return desk.snapshot().map(now -> {
            Map<FrameworkId, String> names = new LinkedHashMap<>();
            now.posture().frameworks().forEach((id, posture) -> names.put(id, titles.of(posture.framework())));
            return names;
        });
    }

    /// Oldest first; empty until they were read.
    ObservableValue<Optional<List<Column>>> columns() {
        return read.value()
                .flatMap(days -> framework.map(chosen -> days.map(
                        all -> all.stream().map(day -> column(day, chosen)).toList())));
    }

    private Column column(Day day, Optional<FrameworkId> chosen) {
        Map<Mark, Long> sum = new EnumMap<>(Mark.class);
        day.states().forEach((id, states) -> {
            if (chosen.isEmpty() || chosen.get().equals(id)) {
                states.forEach((mark, count) -> sum.merge(mark, count, Long::sum));
            }
        });
        return new Column(day.day(), moments.day(day.day()), sum);
    }

    /// Shows that day on every page, as it was known on it.
    void lookAt(LocalDate day) {
        LocalDate today = desk.now().takenAt().atZone(desk.zone()).toLocalDate();
        desk.lookAt(day.isBefore(today) ? new LookedAt(Optional.of(day), new LookedAt.Known.Day(day)) : LookedAt.NOW);
    }

    private List<Day> days(Snapshot now) throws WorkspaceException {
        LocalDate last = day(now.times().validAt());
        List<LogLine> oldest = now.state().log(0, 1);
        LocalDate first =
                oldest.isEmpty() ? last : day(oldest.getFirst().recorded().recordedAt());
        List<Day> days = new ArrayList<>();
        for (LocalDate each : TrendDays.between(first, last)) {
            read.requireWanted(now);
            days.add(each.equals(last) ? new Day(last, states(now.posture())) : replay(each, now));
        }
        return days;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(desk.zone()).toLocalDate();
    }

    private Day replay(LocalDate day, Snapshot now) throws WorkspaceException {
        AsOf then = now.on(day, desk.zone());
        Map<FrameworkId, Map<Mark, Long>> states = replayed.get(then);
        if (states == null) {
            states = states(desk.workspace().at(then).posture());
            replayed.put(then, states);
        }
        return new Day(day, states);
    }

    private static Map<FrameworkId, Map<Mark, Long>> states(Posture posture) {
        Map<FrameworkId, Map<Mark, Long>> byFramework = new LinkedHashMap<>();
        posture.frameworks().forEach((id, framework) -> byFramework.put(id, states(framework)));
        return byFramework;
    }

    static Map<Mark, Long> states(FrameworkPosture posture) {
        Map<Mark, Long> states = new LinkedHashMap<>();
        posture.counts().forEach((state, count) -> states.put(Mark.of(state), count));
        return states;
    }
}
