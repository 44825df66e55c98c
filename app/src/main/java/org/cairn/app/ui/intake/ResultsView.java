package org.cairn.app.ui.intake;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.app.workspace.ReportMapping.OnControl;
import org.cairn.app.workspace.ReportPlan;
import org.cairn.evidence.Evidence;

/// Offers to take a report over as results, and shows first what it would object to.
final class ResultsView {
    private static final int SHOWN = 12;

    private final ResultsViewModel model;
    private final String id;
    private final Texts texts;
    private final VBox root = new VBox(8);

    ResultsView(ResultsViewModel model, String id, Texts texts, Texts kit) {
        this.model = model;
        this.id = id;
        this.texts = texts;
        root.getStyleClass().add("outcome-box");
        Label offer = Parts.paragraph(texts.text("results.offer", model.format().orElse("")), "medium");
        offer.setId(id + "-results-offer");
        Button read = Parts.button(id + "-results", texts.text("results.read"), model::read);
        VBox plan = new VBox(6);
        root.getChildren()
                .addAll(
                        offer,
                        Parts.paragraph(texts.text("results.what"), "hint"),
                        read,
                        WorkStrip.node(id + "-results-work", model.work().map(w -> w), Optional.empty(), kit),
                        plan);
        model.work().subscribe(work -> read.setDisable(work.running()));
        model.plan().subscribe(known -> {
            plan.getChildren().clear();
            known.ifPresent(each -> show(plan, each));
            Parts.show(read, known.isEmpty());
        });
    }

    Node node() {
        return root;
    }

    private void show(VBox box, ReportPlan plan) {
        Evidence evidence = plan.evidence();
        Label about = Parts.paragraph(texts.text("results.about", plan.report().tool(), evidence.host()));
        about.setId(id + "-results-about");
        box.getChildren().add(about);
        StringBuilder counts = new StringBuilder();
        plan.report()
                .counts()
                .forEach((outcome, many) -> counts.append(counts.isEmpty() ? "" : " · ")
                        .append(outcome)
                        .append(' ')
                        .append(many));
        box.getChildren().add(Parts.paragraph(counts.toString(), "muted"));
        plan.mapping().controls().stream()
                .limit(SHOWN)
                .forEach(on -> box.getChildren().add(line(on)));
        long more = Math.max(0, plan.mapping().controls().size() - SHOWN);
        box.getChildren()
                .add(Parts.paragraph(
                        texts.text("results.rest", more, plan.mapping().unmappedCount()), "hint"));
        plan.notices().forEach(notice -> box.getChildren().add(Parts.paragraph("▲ " + notice, "hint")));
        if (plan.earlier().isPresent()) {
            box.getChildren()
                    .add(Parts.paragraph(
                            texts.text("results.here", plan.earlier().get().entry()), "medium"));
        } else {
            Button record = Parts.mainButton(id + "-results-record", texts.text("results.record"), model::record);
            model.work().subscribe(work -> record.setDisable(work.running()));
            box.getChildren().add(Parts.row(Guarded.node(record, model.readOnly())));
        }
    }

    private Node line(OnControl on) {
        Label words = Parts.paragraph(texts.text(
                "results.control", on.control().value(), on.failed(), on.passed(), on.untold(), on.notMeant()));
        words.setId(id + "-results-" + on.control().value());
        return words;
    }
}
