package org.cairn.app.ui.scope;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.frameworks.ScopeProfile;

/// The first step: which usual situation is nearest, and which system is spoken of.
final class SituationPage {
    private static final double FIELD_WIDTH = 320;

    private final WalkViewModel model;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final Label missing = Parts.paragraph("", "muted");
    private final VBox box;

    SituationPage(WalkViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        VBox choices = new VBox(12);
        for (ScopeProfile profile : model.scope().profiles()) {
            choices.getChildren()
                    .add(choice(profile.id(), profile.title(), profile.description(), Optional.of(profile)));
        }
        choices.getChildren()
                .add(choice("none", texts.text("walk.none"), texts.text("walk.none.what"), Optional.empty()));
        missing.setId("walk-not-adopted");
        Parts.show(missing, false);
        box = new VBox(16, Parts.paragraph(texts.text("walk.situation.what"), "muted"), choices, missing, system());
    }

    Node node() {
        return box;
    }

    private Node choice(String id, String title, String description, Optional<ScopeProfile> profile) {
        RadioButton button = new RadioButton(title);
        button.setId("walk-profile-" + id);
        button.setAccessibleText(title + ". " + description);
        button.setToggleGroup(group);
        button.setSelected(profile.isPresent()
                && model.scope().profile().map(ScopeProfile::id).equals(profile.map(ScopeProfile::id)));
        button.setOnAction(_ -> {
            model.choose(profile);
            profile.ifPresentOrElse(this::adopted, () -> Parts.show(missing, false));
        });
        Label words = Parts.paragraph(description, "muted", "choice-words");
        return new VBox(2, button, words);
    }

    private void adopted(ScopeProfile profile) {
        List<String> others =
                model.notAdopted(profile).stream().map(Object::toString).toList();
        missing.setText(texts.text("walk.not-adopted", String.join(", ", others)));
        Parts.show(missing, !others.isEmpty());
    }

    private Node system() {
        TextField field = new TextField();
        field.setId("walk-system");
        field.setAccessibleText(texts.text("system"));
        field.setMaxWidth(FIELD_WIDTH);
        field.textProperty().bindBidirectional(model.scope().system());
        Label label = Parts.label(texts.text("system"), "field-label");
        label.setLabelFor(field);
        return new VBox(4, label, field, Parts.paragraph(texts.text("system.what"), "muted"));
    }
}
