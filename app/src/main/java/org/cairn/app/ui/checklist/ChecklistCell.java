package org.cairn.app.ui.checklist;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.StackedBar;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.posture.ControlPosture;
import org.jspecify.annotations.Nullable;

/// One line of the tree: what evidence shows, what a person answered, the control, and how much evidence there is.
final class ChecklistCell extends TreeCell<Row> {
    private static final double ROLL_UP_WIDTH = 64;

    private final Marks marks;
    private final Titles titles;
    private final Texts texts;
    private final Texts kit;

    ChecklistCell(Marks marks, Titles titles, Texts texts, Texts kit) {
        this.titles = titles;
        this.marks = marks;
        this.texts = texts;
        this.kit = kit;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(
                switch (row) {
                    case Row.Category category -> category(category);
                    case Row.Group group -> group(group);
                    case Row.Demand demand -> demand(demand);
                    case Row.Item item -> item(item);
                });
    }

    private Node category(Row.Category category) {
        int all = category.items().size();
        setAccessibleText(texts.text("rollup.help", category.name(), category.answered(), all));
        return heading("rollup-" + category.name(), category.name(), category.standings(), category.answered(), all);
    }

    private Node group(Row.Group group) {
        setAccessibleText(texts.text("rollup.assessed.help", group.name(), group.assessed(), group.total()));
        return heading("rollup-" + group.key(), group.name(), group.states(), group.assessed(), group.total());
    }

    private Node heading(String id, String words, Map<Mark, Long> states, int done, int all) {
        Label name = Parts.label(words, "tree-category");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Region bar = (Region) StackedBar.thin(id.replaceAll("[^A-Za-z0-9]+", "-"), states, kit);
        bar.setPrefWidth(ROLL_UP_WIDTH);
        bar.setMinWidth(ROLL_UP_WIDTH);
        Label count = Parts.label(texts.text("rollup", done, all), "muted", "small", "number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        return line(name, bar, count);
    }

    private Node demand(Row.Demand demand) {
        Mark state = Mark.of(demand.posture().state());
        String number = demand.posture().requirement().id().number();
        Label title = Parts.label(number + "  " + demand.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        setAccessibleText(texts.text(
                demand.controls().isEmpty() ? "row.demand.alone" : "row.demand",
                number,
                demand.title(),
                marks.word(state),
                demand.evidenceCount(),
                demand.controls().size()));
        return line(
                marks.sign(state, texts.text("sign.state", marks.word(state))), title, count(demand.evidenceCount()));
    }

    private static Label count(int pieces) {
        return Parts.label(pieces == 0 ? "" : Integer.toString(pieces), "evidence-count");
    }

    private Node item(Row.Item item) {
        ControlPosture posture = item.posture();
        Mark outcome = posture.contradiction() ? Mark.CONTRADICTED : outcome(posture);
        Mark answer = Mark.ofAnswer(posture.status());
        Label title = Parts.label(titles.of(posture.control()));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(titles.of(posture.control())));
        HBox.setHgrow(title, Priority.ALWAYS);
        Label id = Parts.label(item.id().value(), "checklist-id");
        setAccessibleText(texts.text(
                "row.help",
                item.id(),
                titles.of(posture.control()),
                marks.word(answer),
                marks.word(outcome),
                item.evidenceCount()));
        return line(
                marks.sign(outcome, texts.text("sign.outcome", marks.word(outcome))),
                marks.sign(answer, texts.text("sign.answer", marks.word(answer))),
                id,
                title,
                count(item.evidenceCount()));
    }

    /// A control that nothing was recorded about yet is shown as not assessed, and says why in the detail.
    private static Mark outcome(ControlPosture posture) {
        return posture.standing() == org.cairn.checklist.posture.Standing.NOT_ASSESSED
                ? Mark.NOT_ASSESSED
                : Mark.of(posture.outcome());
    }

    private HBox line(Node... parts) {
        HBox line = Parts.row(parts);
        line.setMinWidth(0);
        return line;
    }
}
