package org.cairn.app.ui.posture;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.FirstSteps;

/// The steps to the first signed report. Gone once there is one.
final class StepsPane {
    private static final double NAME_WIDTH = 250;

    private final StepsViewModel model;
    private final PostureViewModel posture;
    private final Texts texts = Texts.beside(StepsPane.class);
    private final Marks marks = new Marks(Texts.beside(Texts.class));

    StepsPane(StepsViewModel model, PostureViewModel posture) {
        this.model = model;
        this.posture = posture;
    }

    Node node() {
        VBox list = new VBox();
        VBox section = Panels.section(texts.text("steps"), texts.text("steps.what"), list);
        section.setId("steps");
        model.steps().subscribe(read -> {
            Parts.show(section, read.filter(steps -> !steps.done()).isPresent());
            read.ifPresent(steps -> Panels.fill(list, steps.steps(), "", step -> line(steps, step)));
        });
        return section;
    }

    private Node line(FirstSteps steps, FirstSteps.Step step) {
        String code = step.what().code();
        String name = texts.text("steps." + code);
        Label sign = step.done()
                ? marks.sign(Mark.ANSWER_MET, texts.text("steps.ticked"))
                : marks.sign(Mark.ANSWER_NONE, texts.text("steps.open"));
        Label words = Parts.label(name, "medium");
        words.setMinWidth(NAME_WIDTH);
        Label said = Parts.paragraph(model.said(step), "muted");
        said.setId("step-" + code + "-said");
        HBox row = Parts.row(sign, words, Panels.grow(said));
        if (!step.done()) {
            boolean next = steps.next().equals(Optional.of(step));
            String id = id(step.what());
            String go = texts.text("steps.go." + code);
            Runnable leads = () -> posture.go(StepsViewModel.leads(step.what()));
            Button button = next ? Parts.mainButton(id, go, leads) : Parts.button(id, go, leads);
            row.getChildren().add(button);
        }
        return row;
    }

    private static String id(FirstSteps.What what) {
        return switch (what) {
            case SCOPE -> "posture-scope";
            case READ -> "posture-collect";
            case ANSWER, EVIDENCE, PACK -> "step-" + what.code();
        };
    }
}
