package org.cairn.app.ui.auditor;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.event.AuditMark;

/// What is said of the chosen items: a mark, and where work is asked for, why and until when.
final class MarkEditor {
    private static final double DAY_WIDTH = 150;
    private static final int REMARK_LINES = 3;

    private final ItemsViewModel items;
    private final Runnable markAndNext;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Map<AuditMark, ToggleButton> marks = new EnumMap<>(AuditMark.class);
    private final TextArea remark = new TextArea();
    private final DatePicker due = new DatePicker();
    private boolean filling;

    MarkEditor(ItemsViewModel items, Runnable markAndNext, Texts texts) {
        this.items = items;
        this.markAndNext = markAndNext;
        this.texts = texts;
    }

    Node node() {
        Label head = Parts.label("", "section-title");
        head.setId("auditor-marking");
        items.chosen()
                .subscribe(rows -> head.setText(
                        rows.size() == 1
                                ? texts.text("mark.title", rows.getFirst().id())
                                : texts.text("mark.title.many", rows.size())));
        remark();
        day();
        VBox until = OneOf.named(texts.text("mark.due"), due, due);
        items.typed().subscribe(typed -> {
            fill(typed);
            until.setDisable(!typed.asksForWork());
        });
        VBox box = new VBox(
                8,
                head,
                choice(),
                new HBox(16, Panels.grow(OneOf.named(texts.text("mark.remark"), remark, remark)), until),
                ProblemText.node("auditor-mark-problem", items.problem(), kit),
                deeds(),
                Parts.paragraph(texts.text("mark.keys"), "hint"));
        box.getStyleClass().add("auditor-editor");
        return box;
    }

    private Node choice() {
        HBox row = Parts.row();
        ToggleGroup group = new ToggleGroup();
        for (AuditMark mark : AuditMark.values()) {
            String key = mark.code();
            ToggleButton button = new ToggleButton(texts.text("mark." + key));
            button.setId("auditor-mark-" + key);
            button.setAccessibleText(texts.text("mark." + key));
            button.setTooltip(new Tooltip(texts.text("mark." + key + ".what")));
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(_ -> choose(mark));
            marks.put(mark, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private void remark() {
        remark.setId("auditor-remark");
        remark.setAccessibleText(texts.text("mark.remark"));
        remark.setPrefRowCount(REMARK_LINES);
        remark.setWrapText(true);
        remark.textProperty().subscribe((_, words) -> {
            if (!filling) {
                items.typed().set(items.typed().get().saying(words));
            }
        });
        remark.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
    }

    /// Tab leads on to the day, since a remark holds no tabulators.
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume();
            if (event.isShiftDown()) {
                marks.values().stream().findFirst().ifPresent(ToggleButton::requestFocus);
            } else if (due.getParent().isDisabled()) {
                markButton().ifPresent(Node::requestFocus);
            } else {
                due.requestFocus();
            }
        }
    }

    private Optional<Node> markButton() {
        return Optional.ofNullable(remark.getScene().lookup("#auditor-mark"));
    }

    private void day() {
        due.setId("auditor-due");
        due.setAccessibleText(texts.text("mark.due"));
        due.setConverter(new DayConverter(kit));
        due.setEditable(false);
        due.setPrefWidth(DAY_WIDTH);
        due.setMinWidth(DAY_WIDTH);
        due.valueProperty().subscribe((LocalDate _, LocalDate day) -> {
            if (!filling) {
                items.typed().set(items.typed().get().until(Optional.ofNullable(day)));
            }
        });
    }

    private Node deeds() {
        Button mark = Parts.mainButton("auditor-mark", texts.text("mark.do"), markAndNext);
        Button unmark = Parts.button("auditor-unmark", texts.text("mark.undo"), items::unmark);
        Runnable update = () -> {
            boolean any = items.chosen().get().stream()
                    .anyMatch(row -> items.draft().get().mark(row.item()).isPresent());
            unmark.setDisable(!any);
            mark.setDisable(items.chosen().get().isEmpty());
        };
        items.chosen().subscribe(_ -> update.run());
        items.draft().subscribe(_ -> update.run());
        return Parts.row(mark, unmark);
    }

    void focusRemark() {
        remark.requestFocus();
    }

    /// Whoever asks for work has to say what for, so that comes next.
    void choose(AuditMark mark) {
        items.typed().set(items.typed().get().with(mark));
    }

    private void fill(Typed typed) {
        filling = true;
        marks.forEach((mark, button) ->
                button.setSelected(typed.mark().filter(mark::equals).isPresent()));
        if (!remark.getText().equals(typed.remark())) {
            remark.setText(typed.remark());
        }
        due.setValue(typed.due().orElse(null));
        filling = false;
    }
}
