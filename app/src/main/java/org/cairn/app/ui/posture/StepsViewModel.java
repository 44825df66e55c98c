package org.cairn.app.ui.posture;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.FirstSteps;

/// The way to the first signed report, ticked off from the ledger. Confined to the UI executor.
public final class StepsViewModel {
    private final Texts texts = Texts.beside(StepsViewModel.class);
    private final Moments moments;
    private final Followed<FirstSteps> read;

    public StepsViewModel(Desk desk) {
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.read = new Followed<>(desk, now -> now.state().firstSteps());
    }

    void show(boolean seen) {
        read.show(seen);
    }

    ObservableValue<Optional<FirstSteps>> steps() {
        return read.value();
    }

    /// What came of a step, or what it is good for.
    String said(FirstSteps.Step step) {
        return step.entry()
                .map(entry -> texts.text(
                        "steps.done", entry, moments.span(step.after().orElseThrow())))
                .orElseGet(() -> texts.text("steps." + step.what().code() + ".what"));
    }

    static Place leads(FirstSteps.What what) {
        return switch (what) {
            case SCOPE -> new Place.ScopeWalk();
            case READ -> new Place.CollectPage();
            case ANSWER, EVIDENCE -> new Place.ChecklistPage();
            case PACK -> new Place.PacksPage();
        };
    }
}
