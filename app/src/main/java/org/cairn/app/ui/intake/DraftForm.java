package org.cairn.app.ui.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Classification;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.jspecify.annotations.Nullable;

/// What the person says of one piece.
final class DraftForm {
    private final IntakeViewModel model;
    private final Draft draft;
    private final String id;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final VBox box = new VBox(12);

    DraftForm(IntakeViewModel model, Draft draft, String id, Texts texts) {
        this.model = model;
        this.draft = draft;
        this.id = id;
        this.texts = texts;
        box.getStyleClass().add("pane-body");
        if (draft.piece().results().isPresent()) {
            box.getChildren().add(new ResultsView(model.results(draft), id, texts, kit).node());
        }
        box.getChildren()
                .addAll(
                        field("title", title()),
                        field("controls", controls()),
                        field("effective", day("effective", draft.effective())),
                        field("expires", day("expires", draft.expires())),
                        field("classification", classification()),
                        field("replaces", replaces()));
        if (model.drafts().size() > 1) {
            Button same = Parts.button(id + "-same", texts.text("same"), () -> model.sameForAll(draft));
            box.getChildren().add(same);
        }
    }

    Node node() {
        return box;
    }

    private Node field(String key, Region what) {
        Label name = Parts.label(texts.text(key), "field-label");
        name.setLabelFor(what);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setId(id + "-" + key);
        what.setAccessibleText(texts.text(key));
        what.setAccessibleHelp(texts.text(key + ".help"));
        return new VBox(4, name, what, Parts.paragraph(texts.text(key + ".help"), "hint"));
    }

    private Region title() {
        TextField title = new TextField();
        title.textProperty().bindBidirectional(draft.title());
        return title;
    }

    private Region day(String key, ObjectProperty<Optional<LocalDate>> value) {
        DatePicker day = new DatePicker(value.get().orElse(null));
        day.setConverter(new DayConverter(kit));
        day.setPromptText(texts.text(key + ".none"));
        day.valueProperty().subscribe(chosen -> value.set(Optional.ofNullable(chosen)));
        return day;
    }

    private Region classification() {
        Map<Optional<Classification>, String> words = new LinkedHashMap<>();
        words.put(Optional.empty(), texts.text("classification.none"));
        Arrays.stream(Classification.values())
                .forEach(level -> words.put(Optional.of(level), texts.text("classification." + level.word())));
        return choice(words, draft.classification());
    }

    private Region replaces() {
        Map<Optional<EvidenceId>, String> words = new LinkedHashMap<>();
        words.put(Optional.empty(), texts.text("replaces.none"));
        for (RecordedEvidence piece : model.replaceable()) {
            words.put(
                    Optional.of(piece.id()),
                    texts.text(
                            "replaces.piece",
                            piece.evidence().fact(EvidenceByHand.TITLE).orElse(""),
                            model.moments().minute(piece.evidence().observedAt())));
        }
        return choice(words, draft.replaces());
    }

    private static <T> ComboBox<Optional<T>> choice(Map<Optional<T>, String> words, ObjectProperty<Optional<T>> value) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.getItems().setAll(words.keySet());
        box.setConverter(new Words<>(each -> words.getOrDefault(each, "")));
        box.setValue(value.get());
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                value.set(chosen);
            }
        });
        return box;
    }

    /// By area, each with a tick.
    private Region controls() {
        MenuButton button = new MenuButton();
        Titles titles = model.library().titles();
        Map<String, Menu> areas = new LinkedHashMap<>();
        for (Control control : model.controls()) {
            CheckMenuItem item = new CheckMenuItem(control.id().value() + "  " + titles.of(control));
            item.setId(id + "-control-" + control.id().value());
            item.setSelected(draft.controls().contains(control.id()));
            item.setOnAction(_ -> choose(control.id(), item.isSelected()));
            areas.computeIfAbsent(titles.area(control), area -> new Menu(area))
                    .getItems()
                    .add(item);
        }
        button.getItems().setAll(areas.values());
        Runnable words = () -> {
            List<String> chosen = draft.subjects().stream().map(Subject::text).toList();
            button.setText(chosen.isEmpty() ? texts.text("controls.none") : String.join(", ", chosen));
            button.setAccessibleText(texts.text("controls") + ": " + button.getText());
        };
        draft.controls().addListener((ListChangeListener<ControlId>) _ -> words.run());
        words.run();
        return button;
    }

    private void choose(ControlId control, boolean on) {
        if (on && !draft.controls().contains(control)) {
            draft.controls().add(control);
        } else if (!on) {
            draft.controls().remove(control);
        }
    }

    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}
