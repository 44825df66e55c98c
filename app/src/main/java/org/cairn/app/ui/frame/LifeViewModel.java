package org.cairn.app.ui.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.StateAt;
import org.cairn.app.workspace.WorkspaceException;

/// The days of the ledger from its first entry to today, and which of them every page shows. Confined to the UI
/// executor.
public final class LifeViewModel {
    /// As many as can be told apart on the line; of a longer ledger an even sample, so that reading takes no longer.
    static final int MOST_TICKS = 200;

    private final Desk desk;
    private final Moments moments;
    private final Followed<Life> life;
    private final ObjectProperty<Moves> moves = new SimpleObjectProperty<>(Moves.TRUE);

    LifeViewModel(Desk desk) {
        this.desk = desk;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.life = new Followed<>(desk, this::read);
    }

    /// Which of the two times is moved.
    enum Moves {
        TRUE,
        KNOWN,
        BOTH
    }

    /// @param ticks days on which something was recorded, counted from the first
    record Life(LocalDate first, LocalDate last, Set<Long> ticks) {
        long days() {
            return Math.max(0, ChronoUnit.DAYS.between(first, last));
        }
    }

    ReadOnlyObjectProperty<Optional<Life>> life() {
        return life.value();
    }

    /// Whether another day was chosen and is being read.
    ReadOnlyBooleanProperty turning() {
        return desk.turning();
    }

    /// Stays with the day that is shown.
    void stay() {
        desk.stay();
    }

    ObjectProperty<Moves> moves() {
        return moves;
    }

    void show(boolean seen) {
        life.show(seen);
    }

    private Life read(Snapshot now) throws WorkspaceException {
        StateAt whole = desk.workspace().at(AsOf.now());
        long size = whole.times().size();
        LocalDate last = day(now.takenAt());
        LocalDate first = last;
        Set<Long> ticks = new LinkedHashSet<>();
        long steps = Math.min(size, MOST_TICKS);
        for (long step = 0; step < steps; step++) {
            long entry = steps == size ? step : step * (size - 1) / (steps - 1);
            List<LogLine> line = whole.log(entry, entry + 1);
            if (!line.isEmpty()) {
                LocalDate recorded = day(line.getFirst().recorded().recordedAt());
                first = step == 0 ? earlier(recorded, last) : first;
                long after = ChronoUnit.DAYS.between(first, recorded);
                if (after >= 0 && !recorded.isAfter(last)) {
                    ticks.add(after);
                }
            }
        }
        return new Life(first, last, ticks);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(desk.zone()).toLocalDate();
    }

    /// The day that the chosen one of the two times stands on.
    ObservableValue<LocalDate> day() {
        return desk.snapshot()
                .flatMap(shown -> moves.map(moved -> day(
                        moved == Moves.KNOWN
                                ? shown.times().knownAt()
                                : shown.times().validAt())));
    }

    String words(LocalDate day) {
        return moments.day(day);
    }

    /// Shows that day on every page; today shows what is so now.
    void moveTo(LocalDate day) {
        Optional<LocalDate> past =
                Optional.of(day).filter(chosen -> chosen.isBefore(day(desk.now().takenAt())));
        LookedAt.Known known =
                past.<LookedAt.Known>map(LookedAt.Known.Day::new).orElseGet(LookedAt.Known.Everything::new);
        LookedAt before = desk.lookingAt();
        LookedAt wanted = switch (moves.get()) {
            case TRUE -> new LookedAt(past, before.known());
            case KNOWN -> new LookedAt(before.valid(), known);
            case BOTH -> new LookedAt(past, known);
        };
        if (!wanted.equals(before)) {
            desk.lookAt(wanted);
        }
    }
}
