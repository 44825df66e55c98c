package org.cairn.app.ui.pilot;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;

/// Draws the pilot: how far it is, its measures, and what is entered about one.
public final class PilotView {
    private static final double MEASURE_WIDTH = 210;
    private static final double DAYS_WIDTH = 100;

    private final PilotViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(PilotView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final ObservableList<PilotState.Line> lines = FXCollections.observableArrayList();
    private final BorderPane root = new BorderPane();

    public PilotView(PilotViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        root.setId("pilot");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("pilot-unreadable", model.unreadable(), kit)));
        Node begin = Guarded.node(beginning(), model.readOnly());
        VBox running =
                new VBox(12, progress(), list(), Guarded.node(new MeasureForm(model, texts).node(), model.readOnly()));
        VBox.setVgrow(running, Priority.ALWAYS);
        VBox body = new VBox(12, begin, running, outcome());
        body.getStyleClass().add("page-body");
        root.setCenter(body);
        model.state().subscribe(read -> {
            Optional<PilotState> state = read.flatMap(each -> each);
            Parts.show(begin, read.isPresent() && state.isEmpty());
            Parts.show(running, state.isPresent());
            lines.setAll(state.map(PilotState::lines).orElse(List.of()));
        });
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private VBox beginning() {
        DatePicker day = new DatePicker();
        day.setId("pilot-day");
        day.setAccessibleText(texts.text("begin.day"));
        day.setPromptText(texts.text("begin.day"));
        day.setConverter(new DayConverter(kit));
        day.setEditable(false);
        TextField purpose = new TextField();
        purpose.setId("pilot-purpose");
        purpose.setPromptText(texts.text("begin.purpose"));
        purpose.setAccessibleText(texts.text("begin.purpose"));
        VBox plan = new VBox(4);
        for (PilotMeasure measure : PilotMeasure.values()) {
            plan.getChildren()
                    .add(Parts.paragraph(
                            model.words().days(measure) + " · " + model.words().title(measure) + ". "
                                    + model.words().how(measure)));
        }
        return Panels.section(
                texts.text("begin.title"),
                texts.text("begin.what"),
                plan,
                Parts.row(
                        Panels.grow(purpose),
                        day,
                        Parts.mainButton(
                                "pilot-begin",
                                texts.text("begin"),
                                () -> model.begin(Optional.ofNullable(day.getValue()), purpose.getText()))));
    }

    private Node progress() {
        Label words = Parts.label("", "section-title");
        words.setId("pilot-progress");
        Label purpose = Parts.paragraph("", "muted");
        purpose.setId("pilot-said");
        ProgressBar bar = new ProgressBar(0);
        bar.setId("pilot-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        Button report = Parts.button(
                "pilot-report",
                texts.text("report"),
                () -> chooser.fileToSave(texts.text("report.where"), "pilot.pdf")
                        .ifPresent(model::report));
        report.disableProperty().bind(model.recording().busy());
        model.state()
                .subscribe(read -> read.flatMap(each -> each).ifPresent(state -> {
                    words.setText(texts.text(
                            "progress",
                            state.day(),
                            state.reached(),
                            state.lines().size()));
                    bar.setProgress(Math.clamp((double) state.day() / PilotMeasure.DAYS, 0, 1));
                    bar.setAccessibleText(words.getText());
                    purpose.setText(state.purpose().orElse(model.words().text("erased")));
                }));
        return new VBox(6, Parts.row(words, Parts.gap(), report), bar, purpose);
    }

    private Node list() {
        ListView<PilotState.Line> list = new ListView<>(lines);
        list.setId("pilot-list");
        list.setAccessibleText(texts.text("title"));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.getStyleClass().add("dense-lines");
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> model.chosen().set(Optional.ofNullable(line)));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node line(PilotState.Line line) {
        Label title = Parts.label(model.words().title(line.measure()), "medium");
        title.setMinWidth(MEASURE_WIDTH);
        Label days = Parts.label(model.words().days(line.measure()), "muted");
        days.setMinWidth(DAYS_WIDTH);
        Label result = Parts.label(model.words().standing(line.standing()), "medium");
        result.setMinWidth(150);
        Node sign =
                marks.sign(PilotViewModel.mark(line.standing()), model.words().standing(line.standing()));
        var row = Parts.row(sign, result, title, days, Panels.grow(Parts.paragraph(model.shown(line))));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node outcome() {
        return ToldText.node(
                "pilot", model.recording().told(), model.recording().problem(), kit);
    }
}
