package org.cairn.app.ui.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.SureButton;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStartLearned;
import org.kordamp.ikonli.feather.Feather;

/// Draws the clock that is opened: what it is about, by when and why, and what can be recorded of it.
final class ClockPane {
    private static final double WIDTH = 360;

    private final ClockViewModel model;
    private final Moments moments;
    private final Titles titles;
    private final Texts texts = Texts.beside(ClockPane.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final LimitWords limits = new LimitWords(texts);
    private final VBox facts = new VBox(12);
    private final VBox column = new VBox(16);

    ClockPane(ClockViewModel model, Moments moments, Titles titles) {
        this.model = model;
        this.moments = moments;
        this.titles = titles;
    }

    Node node() {
        column.getStyleClass().add("calendar-clock");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("clock");
        scroll.setAccessibleText(texts.text("clock"));
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        scroll.setMinWidth(WIDTH);
        column.getChildren().setAll(facts, form());
        model.opened().subscribe(opened -> {
            facts.getChildren().clear();
            opened.ifPresent(this::fill);
            Parts.show(scroll, opened.isPresent());
        });
        return scroll;
    }

    /// Stays when the clock that it is about runs no longer.
    Node told() {
        return ToldText.node("clock", model.doing().told(), model.doing().problem(), kit);
    }

    private void fill(DeadlineLine clock) {
        DeadlineStanding standing = clock.standing();
        String title = standing.rule().map(titles::of).orElse("");
        facts.getChildren()
                .setAll(
                        new HBox(
                                Parts.label(standing.deadline().rule().value(), "overline"),
                                Parts.gap(),
                                Parts.iconButton("clock-close", Feather.X, texts.text("clock.close"), model::close)),
                        Parts.paragraph(title, "item-title"),
                        state(standing.state()),
                        fact("clock.matter", clock.matter().orElseGet(() -> texts.text("clock.erased"))));
        standing.reckoning().due().ifPresent(this::due);
        standing.rule()
                .map(DeadlineRule::citation)
                .ifPresent(citation -> facts.getChildren().add(fact("clock.citation", citation)));
        facts.getChildren().add(fact("clock.happened", happened(standing)));
        if (!standing.rounds().isEmpty()) {
            facts.getChildren()
                    .add(fact(
                            "clock.met-last",
                            moments.minute(standing.rounds().getLast().metAt())));
        }
        facts.getChildren()
                .add(fact(
                        "clock.started",
                        texts.text(
                                "clock.started.by",
                                clock.by(),
                                standing.deadline().started().entry())));
    }

    private Node state(DeadlineStanding.State state) {
        String word = texts.text("state." + Texts.keyOf(state));
        var said = Parts.label(word, "medium");
        said.setId("clock-state");
        return switch (state) {
            case OVERDUE, NOT_COMPUTABLE -> new HBox(6, marks.sign(Mark.NOT_MET, word), said);
            case NOT_STARTED, RUNNING, OPEN_ENDED, MET, MET_LATE, ENDED, WITHDRAWN -> said;
        };
    }

    private void due(Reckoning.Due due) {
        facts.getChildren().add(fact("clock.due", moments.minute(due.at())));
        if (!due.at().equals(due.unmoved())) {
            facts.getChildren().add(Parts.paragraph(texts.text("clock.safe", moments.minute(due.unmoved())), "hint"));
        }
        facts.getChildren().add(fact("clock.decided", limits.of(due.decidedBy())));
    }

    private String happened(DeadlineStanding standing) {
        SortedMap<StartEvent, Instant> all =
                new TreeMap<>(standing.deadline().start().starts());
        standing.deadline().changes().forEach(change -> {
            if (change.event() instanceof DeadlineStartLearned learned) {
                all.put(learned.event(), learned.at());
            }
        });
        return String.join(
                "\n",
                all.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(each -> moments.minute(each.getValue()) + "  " + Texts.sentence(limits.of(each.getKey())))
                        .toList());
    }

    private Node fact(String key, String said) {
        var words = Parts.paragraph(said);
        words.setId(key.replace('.', '-'));
        return new VBox(2, Parts.label(texts.text(key), "overline"), words);
    }

    private Node form() {
        TextField words = new TextField();
        words.setId("clock-words");
        words.setPromptText(texts.text("clock.words"));
        words.setAccessibleText(texts.text("clock.words"));
        words.textProperty().bindBidirectional(model.words());
        SureButton met =
                new SureButton("clock-met", texts.text("clock.met"), () -> texts.text("clock.met.sure"), model::met);
        SureButton withdraw = new SureButton(
                "clock-withdraw",
                texts.text("clock.withdraw"),
                () -> texts.text("clock.withdraw.sure"),
                model::withdraw);
        model.opened().subscribe(opened -> {
            met.forget();
            withdraw.forget();
            Parts.show(met.button(), opened.flatMap(ClockPane::toBeDone).isPresent());
        });
        return Guarded.node(new VBox(8, words, new FlowPane(8, 8, met.button(), withdraw.button())), model.readOnly());
    }

    /// What is kept until an end cannot be done.
    private static Optional<DeadlineRule> toBeDone(DeadlineLine clock) {
        return clock.standing().rule().filter(rule -> rule.sense() != DeadlineRule.Sense.KEEP_UNTIL);
    }
}
