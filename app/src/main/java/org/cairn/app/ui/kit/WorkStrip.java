package org.cairn.app.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows a long piece of work: what, how far, cancel; and how it failed.
public final class WorkStrip {
    private static final double BAR_WIDTH = 220;

    private WorkStrip() {}

    /// @param cancel empty where the work cannot be stopped half-way
    public static Node node(String id, ObservableValue<LongWork> work, Optional<Runnable> cancel, Texts kit) {
        ProgressBar bar = new ProgressBar();
        bar.setId(id + "-progress");
        bar.setPrefWidth(BAR_WIDTH);
        Label doing = Parts.label("");
        doing.setId(id + "-doing");
        HBox strip = Parts.row(bar, doing, Parts.gap());
        strip.setSpacing(12);
        cancel.ifPresent(stop -> {
            Button button = Parts.button(id + "-cancel", kit.text("cancel"), stop);
            strip.getChildren().add(button);
            work.subscribe(state -> {
                boolean stopping = state instanceof LongWork.Running running && running.stopping();
                button.setDisable(stopping);
                button.setText(kit.text(stopping ? "cancelling" : "cancel"));
            });
        });
        work.subscribe(state -> {
            Parts.show(strip, state.running());
            if (state instanceof LongWork.Running running) {
                bar.setProgress(running.part().orElse(ProgressBar.INDETERMINATE_PROGRESS));
                bar.setAccessibleText(running.doing());
                doing.setText(running.doing());
                doing.setAccessibleText(running.doing());
            }
        });
        VBox box = new VBox(8, strip, ProblemText.node(id + "-problem", work.map(LongWork::failure), kit));
        Runnable fold = () -> Parts.show(box, !(work.getValue() instanceof LongWork.Idle));
        work.subscribe(_ -> fold.run());
        return box;
    }
}
