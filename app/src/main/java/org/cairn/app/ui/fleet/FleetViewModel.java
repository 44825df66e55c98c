package org.cairn.app.ui.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Reasons;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.ImportedRun;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.Cell;
import org.cairn.checklist.posture.Fleet.CheckRow;
import org.cairn.checklist.posture.Fleet.HostState;
import org.cairn.evidence.HostRef;

/// Checks against hosts, as `cairn fleet show` has them. Confined to the UI executor.
public final class FleetViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(FleetViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Titles titles;
    private final Moments moments;
    private final Reasons reasons;
    private final ReadOnlyObjectWrapper<Optional<Fleet>> fleet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<HostLine> hosts = FXCollections.observableArrayList();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.CHECK);
    private final ObjectProperty<Optional<Row>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean opened;
    private long asked;

    public FleetViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.titles = library.titles();
        by.subscribe((_, _) -> fleet.get().ifPresent(this::show));
        this.moments = new Moments(desk.zone(), kit);
        this.reasons = new Reasons(kit, moments);
        desk.snapshot().subscribe((_, now) -> {
            if (opened) {
                read(now);
            }
        });
    }

    /// @param said expected or not, when it was seen, whether it is silent or gone
    public record HostLine(HostRef host, String name, String said, boolean silent, boolean dismissed) {}

    /// What stands at the beginning of each line.
    public enum By {
        CHECK,
        CONTROL
    }

    /// A check, or a control with all checks that feed it.
    /// @param answer what a person answered; the same for all hosts
    /// @param worst  what all hosts together come to: the worst decides
    public record Row(String id, String title, Mark answer, Mark worst, List<CheckRow> checks) {
        public Row {
            checks = List.copyOf(checks);
        }
    }

    /// A check, or below it a host and what the check says of it.
    public record Reason(String heading, Optional<Field> field) {}

    /// What one check says of one host, ready to be shown.
    /// @param age of the oldest piece it rests on; empty where the host is silent
    public record Field(Mark mark, Optional<String> age, List<String> reasons) {
        public Field {
            reasons = List.copyOf(reasons);
        }
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<Fleet>> fleet() {
        return fleet.getReadOnlyProperty();
    }

    public ObservableList<HostLine> hosts() {
        return hosts;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ObjectProperty<Optional<Row>> selected() {
        return selected;
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    /// What came of the last change.
    public ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    /// Why nothing can be recorded; empty where something can.
    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    /// Read when the page is first shown, and from then on whenever something changed.
    public void open() {
        if (!opened) {
            opened = true;
            read(desk.now());
        }
    }

    private void read(Snapshot now) {
        long mine = ++asked;
        desk.ask(
                () -> now.state().fleet(),
                read -> {
                    if (mine == asked) {
                        show(read);
                    }
                },
                this::failed);
    }

    private void show(Fleet read) {
        Optional<String> kept = selected.get().map(Row::id);
        fleet.set(Optional.of(read));
        hosts.setAll(read.hosts().stream().map(host -> line(host, read)).toList());
        rows.setAll(by.get() == By.CHECK ? checks(read) : controls(read));
        selected.set(rows.stream()
                .filter(row -> kept.equals(Optional.of(row.id())))
                .findFirst()
                .or(() -> rows.stream().findFirst()));
    }

    private List<Row> checks(Fleet read) {
        return read.rows().stream()
                .filter(FleetViewModel::says)
                .map(row -> new Row(
                        row.check().id().value(),
                        titles.of(row.check()),
                        Mark.ANSWER_NONE,
                        worst(List.of(row)),
                        List.of(row)))
                .toList();
    }

    /// Every control, also one that no check feeds: its line is empty, and says so.
    private List<Row> controls(Fleet read) {
        return desk.now().posture().controls().stream()
                .map(control -> control(
                        control,
                        read.rows().stream()
                                .filter(FleetViewModel::says)
                                .filter(row -> row.check().feeds().stream()
                                        .anyMatch(feed -> feed.control()
                                                .equals(control.control().id())))
                                .toList()))
                .toList();
    }

    private Row control(ControlPosture control, List<CheckRow> checks) {
        String id = control.control().id().value();
        return new Row(
                id,
                id + "  " + titles.of(control.control()),
                Mark.ofAnswer(control.status()),
                checks.isEmpty() ? Mark.NOT_ASSESSED : worst(checks),
                checks);
    }

    private static boolean says(CheckRow row) {
        return !row.cells().isEmpty() || row.unopened().isPresent();
    }

    private HostLine line(HostState host, Fleet read) {
        String seen = host.newest()
                .map(at -> texts.text("host.seen", moments.span(Duration.between(at, read.validAt()))))
                .orElse(texts.text("host.never"));
        String state;
        if (host.dismissed().isPresent()) {
            state = texts.text("host.dismissed", moments.minute(host.dismissed().get()));
        } else if (host.silent()) {
            state = texts.text("host.silent");
        } else {
            state = texts.text(host.expected() ? "host.expected" : "host.not-expected");
        }
        return new HostLine(
                host.host(),
                host.host().text(),
                state + " · " + seen,
                host.silent(),
                host.dismissed().isPresent());
    }

    /// Any finding decides, else any gap (decision 0023).
    private static Mark worst(List<CheckRow> checks) {
        List<Outcome> outcomes = checks.stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::outcome)
                .toList();
        Mark worst = worstOf(outcomes);
        boolean unopened = checks.stream().anyMatch(row -> row.unopened().isPresent());
        return unopened && worst == Mark.SATISFIED ? Mark.INDETERMINATE : worst;
    }

    private static Mark worstOf(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Outcome.NotSatisfied.class::isInstance)) {
            return Mark.NOT_SATISFIED;
        }
        boolean all = outcomes.stream().allMatch(Outcome.Satisfied.class::isInstance);
        return all && !outcomes.isEmpty() ? Mark.SATISFIED : Mark.INDETERMINATE;
    }

    /// Empty where the host was never asked for it. Of several checks the worst decides, and the oldest piece tells the
    /// age.
    public Optional<Field> field(Row row, HostRef host) {
        List<Cell> cells =
                row.checks().stream().flatMap(check -> check.of(host).stream()).toList();
        return cells.isEmpty() ? Optional.empty() : Optional.of(field(cells));
    }

    private Field field(List<Cell> cells) {
        Optional<Instant> oldest =
                cells.stream().flatMap(cell -> cell.observedAt().stream()).min(Instant::compareTo);
        Optional<String> age =
                fleet.get().flatMap(read -> oldest.map(at -> moments.span(Duration.between(at, read.validAt()))));
        return new Field(
                worstOf(cells.stream().map(Cell::outcome).toList()),
                age,
                cells.stream()
                        .flatMap(cell -> reasons.of(cell.outcome()).stream())
                        .toList());
    }

    /// What each check of a line says of each host.
    public List<Reason> reasons(Row row) {
        List<Reason> all = new ArrayList<>();
        for (CheckRow check : row.checks()) {
            if (by.get() == By.CONTROL) {
                all.add(new Reason(titles.of(check.check()), Optional.empty()));
            }
            for (HostLine host : hosts) {
                check.of(host.host())
                        .ifPresent(cell -> all.add(new Reason(host.name(), Optional.of(field(List.of(cell))))));
            }
        }
        return all;
    }

    public ObjectProperty<By> by() {
        return by;
    }

    /// Takes over runs of hosts without a workspace, one after the other.
    public void take(List<Path> runs) {
        change(texts.text("taking", runs.size()), () -> {
            List<String> done = new ArrayList<>();
            for (Path run : runs) {
                done.add(words(desk.workspace().hosts().take(run)));
            }
            return String.join("\n", done);
        });
    }

    private String words(ImportedRun run) {
        String first = texts.text(
                "taken",
                run.host().text(),
                run.sequence(),
                run.evidence().size(),
                moments.minute(run.startedAt()),
                moments.minute(run.receivedAt()));
        return run.notices().isEmpty() ? first : first + "\n" + String.join("\n", run.notices());
    }

    public void expect(String named) {
        change(texts.text("recording"), () -> {
            desk.workspace().hosts().expect(named.strip());
            return texts.text("expected", named.strip());
        });
    }

    /// @param reason why it is no longer there; kept encrypted
    public void dismiss(HostLine host, String reason) {
        change(texts.text("recording"), () -> {
            desk.workspace().hosts().dismiss(host.host(), reason);
            return texts.text("dismissed", host.name());
        });
    }

    private void change(String doing, Callable<String> what) {
        if (work.get().running() || !desk.now().editable()) {
            return;
        }
        work.set(new LongWork.Running(doing, OptionalDouble.empty(), false));
        desk.change(
                what,
                words -> {
                    told.set(Optional.of(words));
                    work.set(new LongWork.Idle());
                },
                this::failed);
    }

    private void failed(Problem why) {
        told.set(Optional.empty());
        work.set(new LongWork.Failed(why));
    }
}
