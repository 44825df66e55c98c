package org.cairn.app.ui.pilot;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// What a person enters about the measure that is chosen; of a computed one only how it is computed.
final class MeasureForm {
    private final PilotViewModel model;
    private final Texts texts;
    private final TextField said = new TextField();
    private final ComboBox<String> evidence = new ComboBox<>();
    private List<EvidenceId> offered = List.of();

    MeasureForm(PilotViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        said.setId("pilot-measured");
        said.setPromptText(texts.text("measure.said"));
        said.setAccessibleText(texts.text("measure.said"));
        evidence.setId("pilot-evidence");
        evidence.setPromptText(texts.text("measure.evidence"));
        evidence.setAccessibleText(texts.text("measure.evidence"));
        evidence.setPrefWidth(320);
    }

    VBox node() {
        Label head = Parts.label(texts.text("measure.none"), "section-title");
        head.setId("pilot-measure");
        Label how = Parts.paragraph("", "muted");
        how.setId("pilot-how");
        Button reached = button("reached", PilotMeasured.Result.REACHED);
        reached.getStyleClass().add("accent");
        VBox entering = new VBox(
                8,
                Parts.row(Panels.grow(said), evidence),
                Parts.row(reached, button("missed", PilotMeasured.Result.MISSED)));
        VBox box = new VBox(8, head, how, entering);
        box.getStyleClass().add("panel");
        model.chosen().subscribe(chosen -> {
            head.setText(chosen.map(line -> model.words().title(line.measure())).orElse(texts.text("measure.none")));
            how.setText(chosen.map(line -> model.words().how(line.measure())).orElse(texts.text("measure.choose")));
            Parts.show(
                    entering,
                    chosen.map(PilotState.Line::measure)
                            .filter(measure -> measure.from() == PilotMeasure.From.PERSON)
                            .isPresent());
            said.clear();
            offer();
        });
        return box;
    }

    private void offer() {
        List<RecordedEvidence> pieces = model.pieces();
        offered = pieces.stream().map(RecordedEvidence::id).toList();
        evidence.getItems().setAll(pieces.stream().map(PilotViewModel::title).toList());
        evidence.getSelectionModel().clearSelection();
    }

    private Button button(String key, PilotMeasured.Result result) {
        Button button = Parts.button("pilot-" + key, texts.text("measure." + key), () -> {
            int at = evidence.getSelectionModel().getSelectedIndex();
            model.enter(result, at < 0 ? Optional.empty() : Optional.of(offered.get(at)), said.getText());
        });
        button.disableProperty().bind(model.recording().busy());
        return button;
    }
}
