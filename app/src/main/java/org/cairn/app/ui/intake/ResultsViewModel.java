package org.cairn.app.ui.intake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.HandedIn;
import org.cairn.app.workspace.ReportPlan;
import org.cairn.app.workspace.ReportRequest;
import org.cairn.evidence.RecordedEvidence;

/// A report of another tool, as what it says rather than as a file. Confined to the UI executor.
public final class ResultsViewModel {
    private final Desk desk;
    private final Draft draft;
    private final Runnable recorded;
    private final Texts texts = Texts.beside(ResultsViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<ReportPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());

    /// @param recorded runs once the results are in the ledger
    ResultsViewModel(Desk desk, Draft draft, Runnable recorded) {
        this.desk = desk;
        this.draft = draft;
        this.recorded = recorded;
    }

    /// What recording it would mean; empty until it was read.
    public ReadOnlyObjectProperty<Optional<ReportPlan>> plan() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    /// Why nothing can be recorded; empty where something can.
    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    /// What the file is; empty where it is no report that is known.
    public Optional<String> format() {
        return draft.piece().results().map(each -> each.title());
    }

    /// Reads it to its end, and records nothing.
    public void read() {
        if (draft.piece().content() instanceof HandedIn.OfFile(Path file, var _) && begin("results.reading")) {
            desk.ask(
                    () -> desk.workspace().reports().plan(file, ReportRequest.plain()),
                    read -> {
                        plan.set(Optional.of(read));
                        work.set(new LongWork.Idle());
                    },
                    this::failed);
        }
    }

    public void record() {
        if (plan.get().isPresent() && desk.now().editable() && begin("results.recording")) {
            ReportPlan read = plan.get().get();
            desk.<RecordedEvidence>change(
                    () -> desk.workspace().reports().record(read),
                    _ -> {
                        work.set(new LongWork.Idle());
                        recorded.run();
                    },
                    this::failed);
        }
    }

    private boolean begin(String doing) {
        if (work.get().running()) {
            return false;
        }
        work.set(new LongWork.Running(texts.text(doing), OptionalDouble.empty(), false));
        return true;
    }

    private void failed(Problem why) {
        work.set(new LongWork.Failed(why));
    }
}
