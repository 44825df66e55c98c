package org.cairn.app.ui.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;

/// What stands otherwise than it did on an earlier day, as that day was known then. Confined to the UI executor.
public final class ChangesViewModel {
    private static final int DAYS_BACK = 30;

    private final Desk desk;
    private final Titles titles;
    private final ObjectProperty<LocalDate> since;
    private final Followed<Changes> read;
    private final KeptStandings standings = new KeptStandings();

    public ChangesViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.titles = library.titles();
        this.since = new SimpleObjectProperty<>(lookedAt(desk.now()).minusDays(DAYS_BACK));
        this.read = new Followed<>(desk, now -> read(now, since.get()));
        since.subscribe((_, _) -> read.again());
    }

    /// @param before empty where it was not judged then
    record Change(Optional<Mark> before, Mark after, String subject, String title, Place leads) {}

    /// @param controls     how many of the lines are about controls
    /// @param requirements how many are about requirements
    /// @param adopted      titles of the frameworks that were not adopted then
    record Changes(LocalDate since, List<Change> lines, long controls, long requirements, List<String> adopted) {
        Changes {
            lines = List.copyOf(lines);
            adopted = List.copyOf(adopted);
        }
    }

    void show(boolean seen) {
        read.show(seen);
    }

    /// The day whose end is compared with.
    ObjectProperty<LocalDate> since() {
        return since;
    }

    /// The day that is looked at.
    LocalDate today() {
        return lookedAt(desk.now());
    }

    ReadOnlyObjectProperty<Optional<Changes>> changes() {
        return read.value();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return read.problem();
    }

    private LocalDate lookedAt(Snapshot now) {
        return now.times().validAt().atZone(desk.zone()).toLocalDate();
    }

    private Changes read(Snapshot now, LocalDate day) throws WorkspaceException {
        KeptStandings.Standings before =
                standings.of(now.on(day, desk.zone()), now.about().size(), desk.workspace()::at);
        List<Change> lines = controls(before.controls(), now.posture());
        long controls = lines.size();
        List<String> adopted = new ArrayList<>();
        now.posture()
                .frameworks()
                .forEach((id, framework) -> Optional.ofNullable(
                                before.frameworks().get(id))
                        .ifPresentOrElse(
                                earlier -> lines.addAll(requirements(earlier, framework)),
                                () -> adopted.add(titles.of(framework.framework()))));
        return new Changes(day, lines, controls, lines.size() - controls, adopted);
    }

    private List<Change> controls(Map<ControlId, Mark> then, Posture after) {
        List<Change> lines = new ArrayList<>();
        for (ControlPosture row : after.controls()) {
            Mark mark = Mark.of(row.standing());
            Optional<Mark> was = Optional.ofNullable(then.get(row.control().id()));
            if (!was.equals(Optional.of(mark))) {
                lines.add(new Change(
                        was,
                        mark,
                        row.control().id().value(),
                        titles.of(row.control()),
                        new Place.ChecklistItem(row.control().id())));
            }
        }
        return lines;
    }

    private List<Change> requirements(Map<RequirementId, Mark> then, FrameworkPosture after) {
        String framework = titles.of(after.framework());
        List<Change> lines = new ArrayList<>();
        for (RequirementPosture row : after.requirements()) {
            Mark mark = Mark.of(row.state());
            Optional<Mark> was = Optional.ofNullable(then.get(row.requirement().id()));
            if (!was.equals(Optional.of(mark))) {
                lines.add(new Change(
                        was,
                        mark,
                        framework + " · " + row.requirement().id().number(),
                        titles.of(row.requirement()),
                        new Place.ChecklistFor(after.framework().id(), mark)));
            }
        }
        return lines;
    }
}
