package org.cairn.app.ui.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workbook.CellDiff;
import org.cairn.app.workbook.Decisions;
import org.cairn.app.workbook.RowDiff;
import org.cairn.app.workbook.WorkbookDiff;
import org.cairn.app.workspace.AnswerWorkbooks;
import org.cairn.app.workspace.AnswerWorkbooks.Taken;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.Language;

/// Lets answers out as a workbook, and takes a filled one back: each changed cell from three sides, conflicts decided
/// by the person, all of it recorded or nothing. Confined to the UI executor.
public final class WorkbookViewModel {
    /// What becomes of a cell.
    enum Fate {
        /// Both changed it, and nobody decided yet.
        UNDECIDED,
        TAKEN,
        KEPT,
        /// The workspace says the same already.
        SAME
    }

    record Line(Subject subject, CellDiff cell, Fate fate) {
        /// As decisions name it.
        String key() {
            return subject.text() + "#" + cell.column().code();
        }
    }

    /// A workbook that came back, and what it would change.
    record Brought(Path file, WorkbookDiff diff) {
        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /// What came of recording: either of both.
    private record Came(Optional<Taken> taken, Brought brought) {}

    private final Desk desk;
    private final Library library;
    private final Texts texts = Texts.beside(WorkbookViewModel.class);
    private final ObjectProperty<Optional<FrameworkId>> framework = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(texts.language());
    private final ReadOnlyObjectWrapper<Optional<Brought>> brought = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Set<String> take = new HashSet<>();
    private final Set<String> keep = new HashSet<>();
    private final Doing exporting;
    private final Doing bringing;

    public WorkbookViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.exporting = new Doing(desk);
        this.bringing = new Doing(desk);
        desk.readOnly().subscribe(_ -> refresh());
    }

    ObservableValue<Map<FrameworkId, String>> frameworks() {
        return desk.snapshot().map(now -> {
            Map<FrameworkId, String> names = new LinkedHashMap<>();
            now.posture()
                    .frameworks()
                    .forEach((id, each) -> names.put(id, library.titles().of(each.framework())));
            return names;
        });
    }

    /// Whose rows go out beside the controls; empty means every adopted one.
    ObjectProperty<Optional<FrameworkId>> framework() {
        return framework;
    }

    ObjectProperty<Language> language() {
        return language;
    }

    Doing exporting() {
        return exporting;
    }

    Doing bringing() {
        return bringing;
    }

    ReadOnlyObjectProperty<Optional<Brought>> brought() {
        return brought.getReadOnlyProperty();
    }

    /// Every changed cell, in the order of the workbook.
    ObservableList<Line> lines() {
        return lines;
    }

    /// Why nothing can be recorded of it; empty where something can.
    ReadOnlyObjectProperty<Optional<String>> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    /// Whether something was decided that is not recorded.
    public boolean unsaved() {
        return !take.isEmpty() || !keep.isEmpty();
    }

    void export(Path out) {
        Optional<FrameworkId> about = framework.get();
        Language in = language.get();
        exporting.ask(
                () -> desk.workspace().answerWorkbooks().export(about, in, out),
                rows -> exporting.tell(texts.text("exported", rows, out.toString())));
    }

    /// Compares a filled workbook with what was exported and what is here. Records nothing.
    void bring(Path file) {
        bringing.ask(() -> compared(file), this::show);
    }

    private Brought compared(Path file) throws WorkspaceException {
        return new Brought(file, desk.workspace().answerWorkbooks().compare(file));
    }

    private void show(Brought now) {
        take.clear();
        keep.clear();
        lines.clear();
        brought.set(Optional.of(now));
        refresh();
    }

    /// The workbook's words count.
    void take(List<Line> chosen) {
        decide(chosen, take, keep);
    }

    /// What the workspace says stays.
    void keep(List<Line> chosen) {
        decide(chosen, keep, take);
    }

    private void decide(List<Line> chosen, Set<String> into, Set<String> outOf) {
        for (Line line : chosen) {
            outOf.remove(line.key());
            into.add(line.key());
        }
        refresh();
    }

    /// How many of the cells wait for a decision.
    long undecided() {
        return lines.stream().filter(line -> line.fate() == Fate.UNDECIDED).count();
    }

    /// How many rows would be answered anew.
    int answers() {
        return brought.get().map(now -> now.diff().taken(decisions()).size()).orElse(0);
    }

    private Decisions decisions() {
        return new Decisions(take, keep);
    }

    /// Lines that say the same as before stay the same, so that what is marked stays marked.
    private void refresh() {
        List<Line> now = new ArrayList<>();
        brought.get().ifPresent(each -> each.diff().rows().forEach(row -> now.addAll(lines(row, each.diff()))));
        if (now.size() != lines.size()) {
            lines.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(lines.get(i))) {
                lines.set(i, now.get(i));
            }
        }
        hindrance.set(desk.readOnly().getValue().or(this::unready));
    }

    private List<Line> lines(RowDiff row, WorkbookDiff diff) {
        Set<String> open = Set.copyOf(diff.open(decisions()));
        return row.cells().stream()
                .map(cell -> {
                    Line line = new Line(row.subject(), cell, Fate.UNDECIDED);
                    return new Line(row.subject(), cell, open.contains(line.key()) ? Fate.UNDECIDED : fate(row, cell));
                })
                .toList();
    }

    private Fate fate(RowDiff row, CellDiff cell) {
        if (cell.sameHere()) {
            return Fate.SAME;
        }
        return row.merged(decisions()).get(cell.column()).equals(cell.file()) ? Fate.TAKEN : Fate.KEPT;
    }

    private Optional<String> unready() {
        return brought.get().flatMap(now -> {
            if (!now.diff().faults().isEmpty()) {
                return Optional.of(
                        texts.text("unready.faults", now.diff().faults().size()));
            }
            if (undecided() > 0) {
                return Optional.of(texts.text("unready.open", undecided()));
            }
            return answers() == 0 ? Optional.of(texts.text("unready.nothing")) : Optional.empty();
        });
    }

    /// Records what was decided. Where the workspace or the file says something else by now, that is shown instead and
    /// nothing is recorded: a decision is about what was seen.
    void record() {
        if (brought.get().isEmpty() || hindrance.get().isPresent()) {
            return;
        }
        Brought seen = brought.get().get();
        Decisions decided = decisions();
        bringing.record(
                () -> {
                    AnswerWorkbooks workbooks = desk.workspace().answerWorkbooks();
                    Brought now = compared(seen.file());
                    return now.diff().equals(seen.diff())
                            ? new Came(Optional.of(workbooks.take(now.diff(), decided)), now)
                            : new Came(Optional.empty(), now);
                },
                this::came);
    }

    private void came(Came came) {
        if (came.taken().isEmpty()) {
            show(came.brought());
            bringing.refuse("W-BOOK", texts.text("moved"));
            return;
        }
        Taken taken = came.taken().get();
        close();
        bringing.tell(texts.text(
                "recorded",
                taken.answers().size(),
                taken.answers().getFirst(),
                taken.answers().getLast(),
                taken.entry()));
    }

    /// Puts the workbook aside; nothing is recorded of it.
    void close() {
        take.clear();
        keep.clear();
        brought.set(Optional.empty());
        bringing.forget();
        refresh();
    }
}
