package org.cairn.app.ui.posture;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.app.workspace.RiskLine;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementPosture;

/// What somebody bears for a time, by the day it ends. Confined to the UI executor.
public final class RisksViewModel {
    private final Texts texts = Texts.beside(RisksViewModel.class);
    private final Moments moments;
    private final Followed<List<Accepted>> read;

    public RisksViewModel(Desk desk) {
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.read = new Followed<>(desk, this::read);
    }

    /// @param state fresh, close to its end, or over
    /// @param until with the days that are left
    /// @param who   who bears it and why; empty once erased
    /// @param leads to what it covers
    record Accepted(long entry, LocalDate last, Mark state, String until, String covers, String who, Place leads) {}

    void show(boolean seen) {
        read.show(seen);
    }

    /// By their last day; those that were ended by hand are left out.
    ReadOnlyObjectProperty<Optional<List<Accepted>>> accepted() {
        return read.value();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return read.problem();
    }

    private List<Accepted> read(Snapshot now) throws WorkspaceException {
        LocalDate today = LocalDate.ofInstant(now.times().validAt(), ZoneOffset.UTC);
        List<Accepted> lines = new ArrayList<>();
        for (RiskLine risk : now.state().risks()) {
            if (risk.state() != RiskLine.State.ENDED) {
                lines.add(risk(risk, now, today));
            }
        }
        for (AcceptedDeviation deviation : now.state().acceptedDeviations()) {
            if (deviation.state() != RiskLine.State.ENDED) {
                lines.add(deviation(deviation, today));
            }
        }
        lines.sort(Comparator.comparing(Accepted::last).thenComparingLong(Accepted::entry));
        return List.copyOf(lines);
    }

    private Accepted risk(RiskLine risk, Snapshot now, LocalDate today) {
        return new Accepted(
                risk.entry(),
                risk.until(),
                state(today, risk.until()),
                until(today, risk.until()),
                String.join(", ", risk.subjects().stream().map(Subject::text).toList()),
                who(risk.owner(), risk.reason()),
                risk.subjects().isEmpty()
                        ? new Place.LedgerPage()
                        : place(risk.subjects().getFirst(), now));
    }

    private Accepted deviation(AcceptedDeviation deviation, LocalDate today) {
        return new Accepted(
                deviation.entry(),
                deviation.until(),
                state(today, deviation.until()),
                until(today, deviation.until()),
                deviation.what().orElseGet(() -> texts.text("risks.erased")),
                who(deviation.host(), deviation.reason()),
                new Place.LedgerPage());
    }

    private static String who(Optional<String> who, Optional<String> why) {
        return String.join(": ", Stream.of(who, why).flatMap(Optional::stream).toList());
    }

    private String until(LocalDate today, LocalDate last) {
        long left = ChronoUnit.DAYS.between(today, last);
        return texts.text(left < 0 ? "risks.over" : "risks.left", moments.day(last), Math.abs(left));
    }

    /// The last thirty days are announced, as in the calendar.
    private static Mark state(LocalDate today, LocalDate last) {
        long left = ChronoUnit.DAYS.between(today, last);
        if (left < 0) {
            return Mark.LAPSED;
        }
        return left <= 30 ? Mark.LAPSING : Mark.FRESH;
    }

    private static Place place(Subject subject, Snapshot now) {
        return switch (subject) {
            case ControlId control -> new Place.ChecklistItem(control);
            case RequirementId id ->
                now.posture().framework(id.framework()).map(FrameworkPosture::requirements).stream()
                        .flatMap(List::stream)
                        .filter(row -> row.requirement().id().equals(id))
                        .map(RequirementPosture::state)
                        .findFirst()
                        .<Place>map(state -> new Place.ChecklistFor(id.framework(), Mark.of(state)))
                        .orElseGet(Place.ChecklistPage::new);
        };
    }
}
