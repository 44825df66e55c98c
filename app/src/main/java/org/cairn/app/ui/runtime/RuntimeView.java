package org.cairn.app.ui.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.kordamp.ikonli.feather.Feather;

/// Logs to the left, the question and its answer in the middle, what was chosen to the right.
public final class RuntimeView {
    private final RuntimeViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();
    private final TextField host = new TextField();

    public RuntimeView(RuntimeViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        this.texts = model.texts();
        root.setId("runtime");
        root.getStyleClass().add("page");
        host.setId("runtime-host");
        host.setPromptText(texts.text("host"));
        host.setAccessibleText(texts.text("host"));
        host.setPrefColumnCount(12);
        Button open = Parts.mainButton("runtime-open", texts.text("open"), this::choose);
        root.setTop(new VBox(Parts.pageHead(texts.text("title"), texts.text("what"), host, open), work()));
        SplitPane panes = panes();
        VBox empty = Parts.emptyState(Feather.ACTIVITY, texts.text("empty.title"), texts.text("empty"));
        model.read().subscribe(logs -> root.setCenter(logs.isPresent() ? panes : empty));
        takeDrops();
    }

    public Parent root() {
        return root;
    }

    private SplitPane panes() {
        SplitPane panes = new SplitPane(
                new SourcesPane(model).node(),
                new AnswerPane(model, chooser).node(),
                new DetailPane(model, chooser).node());
        panes.setId("runtime-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.22, 0.76);
        return panes;
    }

    private void choose() {
        List<Path> files = chooser.filesToOpen(texts.text("open.title"));
        if (!files.isEmpty()) {
            model.open(files, host.getText());
        }
    }

    private void takeDrops() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            model.open(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList(), host.getText());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private Node work() {
        Label told = Parts.paragraph("", "medium");
        told.setId("runtime-told");
        VBox box = new VBox(8, WorkStrip.node("runtime", model.work().map(w -> w), Optional.empty(), kit), told);
        box.getStyleClass().add("work-box");
        Runnable fold = () -> {
            told.setText(model.told().get().orElse(""));
            told.setAccessibleText(told.getText());
            Parts.show(told, model.told().get().isPresent());
            Parts.show(box, model.told().get().isPresent() || !(model.work().get() instanceof LongWork.Idle));
        };
        model.told().subscribe(_ -> fold.run());
        model.work().subscribe(_ -> fold.run());
        return box;
    }
}
