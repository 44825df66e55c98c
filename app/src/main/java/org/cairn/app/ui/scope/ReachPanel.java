package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.StackedBar;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.FrameworkId;

/// What would follow, framework by framework, and on demand why.
final class ReachPanel {
    private static final double WIDTH = 340;
    private static final int SHOWN = 12;

    private final Texts texts;
    private final Texts kit;
    private final Marks marks;
    private final VBox list = new VBox();
    private final Set<FrameworkId> open = new HashSet<>();
    private List<Reach> shown = List.of();

    ReachPanel(ScopeViewModel model, Texts texts, Texts kit) {
        this.texts = texts;
        this.kit = kit;
        this.marks = new Marks(kit);
        list.setId("scope-reach");
        list.getStyleClass().add("reach");
        model.summary().subscribe(this::show);
    }

    Node node() {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setId("scope-reach-scroll");
        scroll.setAccessibleText(texts.text("reach"));
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        scroll.setMinWidth(WIDTH);
        scroll.getStyleClass().add("reach-scroll");
        return scroll;
    }

    /// Nothing is built anew where nothing else follows: once drafts are recorded, the same follows as before.
    private void show(Summary summary) {
        if (summary.frameworks().equals(shown) && !list.getChildren().isEmpty()) {
            return;
        }
        shown = summary.frameworks();
        list.getChildren()
                .setAll(
                        Parts.label(texts.text("reach"), "section-title"),
                        Parts.paragraph(texts.text("reach.what"), "hint"));
        summary.frameworks().forEach(reach -> list.getChildren().add(framework(reach)));
    }

    private Node framework(Reach reach) {
        VBox reasons = new VBox(6);
        reasons.setId("scope-reasons-" + reach.framework());
        ToggleButton why = why(reach);
        why.selectedProperty().subscribe(selected -> {
            if (selected) {
                open.add(reach.framework());
                reasons.getChildren().setAll(reasons(reach));
            } else {
                open.remove(reach.framework());
                reasons.getChildren().clear();
            }
            Parts.show(reasons, selected);
        });
        Label title = Parts.paragraph(reach.title(), "medium");
        return new VBox(
                4,
                title,
                StackedBar.thin("reach-bar-" + reach.framework(), shares(reach), kit),
                new HBox(
                        12,
                        counted(Mark.APPLIES, "reach-apply-" + reach.framework(), reach.apply()),
                        counted(Mark.UNSCOPED, "reach-unscoped-" + reach.framework(), reach.unscoped()),
                        counted(Mark.OUT_OF_SCOPE, "reach-out-" + reach.framework(), reach.outOfScope())),
                why,
                reasons);
    }

    private static Map<Mark, Long> shares(Reach reach) {
        Map<Mark, Long> shares = new EnumMap<>(Mark.class);
        shares.put(Mark.APPLIES, reach.apply());
        shares.put(Mark.UNSCOPED, reach.unscoped());
        shares.put(Mark.OUT_OF_SCOPE, reach.outOfScope());
        return shares;
    }

    private ToggleButton why(Reach reach) {
        ToggleButton why = new ToggleButton(texts.text("reach.why"));
        why.setId("reach-why-" + reach.framework());
        why.setAccessibleText(texts.text("reach.why.of", reach.title()));
        why.getStyleClass().addAll("flat", "small");
        why.setSelected(open.contains(reach.framework()));
        return why;
    }

    private Node counted(Mark mark, String id, long count) {
        String words = texts.text("reach." + Texts.keyOf(mark), count);
        Label text = Parts.label(words, "small");
        text.setId(id);
        return new HBox(4, marks.sign(mark, words), text);
    }

    private List<Node> reasons(Reach reach) {
        List<Reach.Reason> all = reach.reasons();
        List<Node> lines =
                new ArrayList<>(all.stream().limit(SHOWN).map(this::reason).toList());
        if (all.size() > SHOWN) {
            lines.add(Parts.label(texts.text("reach.more", all.size() - SHOWN), "hint"));
        }
        return lines;
    }

    private Node reason(Reach.Reason reason) {
        String words = reason.words().isEmpty()
                ? texts.text("reach.unlimited", reason.count())
                : reason.mark() == Mark.UNSCOPED
                        ? texts.text("reach.open", reason.count(), reason.words())
                        : texts.text("reach.reason", reason.count(), reason.words());
        VBox text = new VBox(Parts.paragraph(words, "small"));
        if (!reason.citation().isEmpty()) {
            text.getChildren().add(Parts.paragraph(reason.citation(), "hint"));
        }
        return new HBox(6, marks.sign(reason.mark()), text);
    }
}
