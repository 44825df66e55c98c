package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.checklist.GuidedViewModel.Step;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;
import org.kordamp.ikonli.feather.Feather;

/// One control at a time over the whole page: why it matters, what to ask, and the answer.
final class GuidedView {
    private final GuidedViewModel model;
    private final ItemViewModel item;
    private final Texts texts;
    private final Marks marks = new Marks(Texts.beside(Texts.class));
    private final AnswerView answer;
    private final BorderPane root = new BorderPane();
    private final ProgressBar bar = new ProgressBar();
    private final Label where = Parts.label("", "medium");
    private final Label answered = Parts.label("", "muted");
    private final Button back;
    private final VBox asking = new VBox(16);
    private final VBox why = new VBox(12);
    private final ScrollPane scroll = new ScrollPane();
    private Optional<ControlId> shown = Optional.empty();

    GuidedView(ChecklistViewModel checklist, Texts texts) {
        this.model = checklist.guided();
        this.item = checklist.item();
        this.texts = texts;
        this.answer = new AnswerView(checklist, texts);
        this.back = Parts.button("guided-back", texts.text("guided.back"), model::back);
        Button leave = Parts.button("guided-leave", texts.text("guided.leave"), model::leave);
        root.setId("guided");
        root.getStyleClass().add("page");
        root.setTop(new VBox(Parts.pageHead(texts.text("guided.title"), texts.text("guided.what"), leave), progress()));
        VBox given = new VBox(16, answer.node(), foot());
        given.setMinWidth(0);
        HBox sides = new HBox(32, half(why), half(given));
        asking.setMaxWidth(1080);
        asking.getChildren().addAll(head(), sides);
        VBox column = new VBox(asking);
        column.setAlignment(Pos.TOP_CENTER);
        column.getStyleClass().add("page-body");
        scroll.setContent(column);
        scroll.setId("guided-scroll");
        scroll.setAccessibleText(texts.text("guided.title"));
        scroll.setFitToWidth(true);
        model.step().subscribe(this::show);
        item.guidance().subscribe(_ -> why());
    }

    Node node() {
        return root;
    }

    private static Node half(VBox side) {
        side.setPrefWidth(1);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    /// @return whether the character meant something here
    boolean command(String character) {
        switch (character.toLowerCase(Locale.ROOT)) {
            case "\r", "\n" -> model.saveAndNext();
            case "s" -> model.skip();
            case "b" -> model.back();
            case "n" -> answer.focusNote();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Node progress() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("guided-progress");
        where.setId("guided-where");
        answered.setId("guided-answered");
        VBox box = new VBox(6, new HBox(8, where, Parts.gap(), answered), bar);
        box.getStyleClass().add("walk-progress");
        return box;
    }

    private Node head() {
        Label id = Parts.label("", "overline");
        Label title = Parts.paragraph("", "item-title");
        title.setId("guided-title-of-control");
        HBox state = Parts.row();
        item.posture()
                .subscribe(shown -> shown.ifPresent(posture -> {
                    id.setText(posture.control().id() + " · " + item.titles().area(posture.control()));
                    title.setText(item.titles().of(posture.control()));
                    state.getChildren()
                            .setAll(Parts.label(texts.text("state.evidence"), "muted"), marks.label(shows(posture)));
                }));
        return new VBox(6, id, title, state);
    }

    private static Mark shows(ControlPosture posture) {
        return posture.contradiction() ? Mark.CONTRADICTED : Mark.of(posture.standing());
    }

    private Node foot() {
        Button skip = Parts.button("guided-skip", texts.text("guided.skip"), model::skip);
        return new VBox(8, Parts.row(back, skip), Parts.paragraph(texts.text("guided.keys"), "hint"));
    }

    private void show(Step step) {
        switch (step) {
            case Step.Closed _ -> {}
            case Step.Asking asked -> {
                count(asked.answered(), asked.of());
                where.setText(texts.text("guided.where", asked.at(), asked.of()));
                back.setDisable(!model.canGoBack());
                root.setCenter(scroll);
                if (!shown.equals(Optional.of(asked.control()))) {
                    shown = Optional.of(asked.control());
                    scroll.setVvalue(0);
                }
            }
            case Step.Done done -> {
                count(done.answered(), done.of());
                where.setText(texts.text("guided.done"));
                root.setCenter(done(done));
            }
        }
    }

    private void count(int done, int of) {
        answered.setText(texts.text("guided.answered", done, of));
        bar.setProgress(of == 0 ? 0 : (double) done / of);
        bar.setAccessibleText(answered.getText());
    }

    private Node done(Step.Done done) {
        String words = done.skipped() == 0
                ? texts.text("guided.done.all", done.answered(), done.of())
                : texts.text("guided.done.skipped", done.answered(), done.of(), done.skipped());
        return Parts.emptyState(
                Feather.CHECK_CIRCLE,
                texts.text("guided.done"),
                words,
                Parts.mainButton("guided-done-close", texts.text("guided.leave"), model::leave));
    }

    /// What is written about the control; nothing is made up where nothing is.
    private void why() {
        why.getChildren().clear();
        item.guidance().getValue().ifPresent(line -> {
            line.language().ifPresent(words -> why.getChildren().add(Parts.label(words, "hint")));
            section("why", List.of(line.intent()));
            section("question", List.of(line.question()));
            section("evidence", line.evidence());
            why.getChildren().add(Parts.paragraph(line.facts(), "hint"));
        });
        int reached = item.mapped().size();
        if (reached > 0) {
            why.getChildren().add(Parts.paragraph(texts.text("guided.reaches", reached), "hint"));
        }
    }

    private void section(String key, List<String> lines) {
        VBox box = new VBox(2, Parts.label(texts.text("guided." + key), "section-title"));
        lines.forEach(line -> {
            Label words = Parts.paragraph(lines.size() > 1 ? "• " + line : line);
            words.setId("guided-" + key + "-" + (box.getChildren().size() - 1));
            box.getChildren().add(words);
        });
        why.getChildren().add(box);
    }
}
