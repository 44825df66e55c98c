package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Reasons;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.CheckRow;

/// What the checks of the control that is shown say of each host. Read while somebody looks. Confined to the UI
/// executor.
final class ItemHosts {
    private final Followed<Fleet> fleet;
    private final Titles titles;
    private final Reasons reasons;
    private final ObservableValue<Optional<List<Line>>> lines;

    ItemHosts(Desk desk, Titles titles, ObservableValue<Optional<ControlPosture>> shown) {
        this.titles = titles;
        this.reasons = new Reasons(Texts.beside(Texts.class), new Moments(desk.zone(), Texts.beside(Texts.class)));
        this.fleet = new Followed<>(
                desk, now -> desk.workspace().hosts().at(now.lookedAt().asked(now.takenAt(), desk.zone())));
        this.lines = fleet.value()
                .flatMap(read -> shown.map(item -> read.map(all ->
                        item.map(posture -> lines(all, posture.control().id())).orElse(List.of()))));
    }

    record Line(String host, String check, Mark mark, List<String> reasons) {
        Line {
            reasons = List.copyOf(reasons);
        }
    }

    void show(boolean seen) {
        fleet.show(seen);
    }

    /// By host; empty until it was read.
    ObservableValue<Optional<List<Line>>> lines() {
        return lines;
    }

    private List<Line> lines(Fleet all, ControlId control) {
        List<CheckRow> feeding = all.rows().stream()
                .filter(row -> row.check().feeds().stream()
                        .anyMatch(feed -> feed.control().equals(control)))
                .toList();
        List<Line> said = new ArrayList<>();
        for (Fleet.HostState host : all.hosts()) {
            for (CheckRow row : feeding) {
                row.of(host.host())
                        .ifPresent(cell -> said.add(new Line(
                                host.host().text(),
                                titles.of(row.check()),
                                Mark.of(cell.outcome()),
                                reasons.of(cell.outcome()))));
            }
        }
        return said;
    }
}
