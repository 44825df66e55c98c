package org.cairn.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.workspace.Verification;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.cairn.proof.witness.Vouching;
import org.cairn.proof.witness.WitnessStatement;

/// A verdict with everything it rests on: every defect, everything missing, what was checked, and who outside vouches.
public final class VerdictText {
    private VerdictText() {}

    public static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> Mark.INTACT;
            case Verdict.Broken _ -> Mark.BROKEN;
            case Verdict.Incomplete _ -> Mark.INCOMPLETE;
        };
    }

    public static List<String> lines(Verdict verdict, Texts kit) {
        return switch (verdict) {
            case Verdict.Intact(var at) -> List.of(kit.text("verdict.intact", at.origin(), at.size()));
            case Verdict.Broken(List<Defect> defects) ->
                defects.stream().map(defect -> defect(defect, kit)).toList();
            case Verdict.Incomplete(List<String> missing) ->
                missing.stream().map(what -> kit.text("verdict.missing", what)).toList();
        };
    }

    private static String defect(Defect defect, Texts kit) {
        return defect.entry()
                .map(entry -> kit.text("verdict.defect.entry", defect.file(), entry, defect.problem()))
                .orElseGet(() -> kit.text("verdict.defect", defect.file(), defect.problem()));
    }

    private static String names(WitnessStatement statement) {
        return statement.vouching().stream().map(Vouching::witness).collect(Collectors.joining(", "));
    }

    public static Node node(String id, Verification result, Texts kit) {
        Verdict verdict = result.verdict();
        Label mark = new Marks(kit).label(mark(verdict));
        mark.setId(id);
        mark.getStyleClass().add("strong");
        VBox box = new VBox(4, mark);
        List<String> lines = new ArrayList<>(lines(verdict, kit));
        lines.add(result.witnesses()
                .filter(found -> !found.statement().vouching().isEmpty())
                .map(found -> kit.text("verdict.witnesses", names(found.statement())))
                .orElseGet(() -> kit.text("verdict.no-witness")));
        int number = 0;
        for (String line : lines) {
            Label words = Parts.paragraph(line);
            words.setId(id + "-line-" + number++);
            HBox.setHgrow(words, Priority.ALWAYS);
            box.getChildren().add(words);
        }
        for (String line : result.checked()) {
            box.getChildren().add(Parts.paragraph(line, "hint"));
        }
        box.getStyleClass().add("outcome-box");
        if (verdict instanceof Verdict.Broken) {
            box.getStyleClass().add("contradiction");
        }
        return box;
    }
}
