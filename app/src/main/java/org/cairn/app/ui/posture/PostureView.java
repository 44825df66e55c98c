package org.cairn.app.ui.posture;

import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.calendar.CalendarViewModel;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.StackedBar;
import org.cairn.app.ui.kit.Texts;

/// Draws the page of charts.
public final class PostureView {
    private static final List<Mark> LEGEND = List.of(
            Mark.DEMONSTRATED,
            Mark.CLAIMED,
            Mark.SUPPORTED,
            Mark.PARTLY,
            Mark.CONTRADICTED,
            Mark.STALE,
            Mark.NOT_MET,
            Mark.INDETERMINATE,
            Mark.NOT_APPLICABLE,
            Mark.NOT_YET_APPLICABLE,
            Mark.NOT_ASSESSED,
            Mark.UNSCOPED,
            Mark.OUT_OF_SCOPE);

    private final PostureViewModel model;
    private final Texts texts = Texts.beside(PostureView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final BorderPane root = new BorderPane();

    /// What the page shows, each read on its own.
    public record Models(
            PostureViewModel posture,
            TrendViewModel trend,
            ChangesViewModel changes,
            RisksViewModel risks,
            StepsViewModel steps,
            CalendarViewModel calendar) {}

    public PostureView(Models models) {
        this.model = models.posture();
        root.setId("posture");
        root.getStyleClass().add("page");
        root.setTop(Parts.pageHead(texts.text("title"), texts.text("what")));
        VBox body = new VBox(
                new StepsPane(models.steps(), model).node(),
                frameworks(),
                halves(new TrendPane(models.trend()).node(), new ChangesPane(models.changes(), model).node()),
                halves(gaps(), new VBox(24, contradictions(), freshness())),
                halves(new AheadPane(models.calendar(), model).node(), new RisksPane(models.risks(), model).node()));
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("posture-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        root.setCenter(scroll);
        root.sceneProperty().subscribe(scene -> {
            boolean seen = scene != null;
            models.trend().show(seen);
            models.changes().show(seen);
            models.risks().show(seen);
            models.steps().show(seen);
            models.calendar().show(seen);
        });
    }

    public Parent root() {
        return root;
    }

    private Node frameworks() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(12);
        ColumnConstraints name = new ColumnConstraints(140, 290, 320);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints count = new ColumnConstraints(140);
        count.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, bar, count);
        model.frameworks().subscribe(lines -> {
            grid.getChildren().clear();
            int row = 0;
            for (PostureViewModel.FrameworkLine line : lines) {
                addRow(grid, row++, line);
            }
        });
        return Panels.section(texts.text("frameworks"), texts.text("frameworks.what"), checklistLine(), grid, legend());
    }

    private Node checklistLine() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.getColumnConstraints().addAll(new ColumnConstraints(140, 290, 320), growing(), new ColumnConstraints(140));
        Label name = Parts.label(texts.text("checklist"), "medium");
        Label count = Parts.label("", "muted");
        count.setId("posture-answered");
        GridPane.setHalignment(count, HPos.RIGHT);
        grid.add(name, 0, 0);
        grid.add(count, 2, 0);
        model.checklist().subscribe(counts -> {
            grid.getChildren().removeIf(node -> "bar-checklist".equals(node.getId()));
            grid.add(bar("checklist", counts, mark -> new Place.ChecklistOf(mark)), 1, 0);
        });
        model.answered()
                .subscribe(answered -> count.setText(
                        texts.text("answered", answered, model.controls().getValue())));
        return grid;
    }

    private static ColumnConstraints growing() {
        ColumnConstraints constraints = new ColumnConstraints();
        constraints.setHgrow(Priority.ALWAYS);
        return constraints;
    }

    private void addRow(GridPane grid, int row, PostureViewModel.FrameworkLine line) {
        Label title = Parts.label(line.title(), "medium");
        Label version = Parts.label(line.version(), "hint");
        VBox name = new VBox(title, version);
        Label count = Parts.label(texts.text("assessed", line.assessed(), line.total()), "muted");
        count.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(name, 0, row);
        grid.add(bar("framework-" + line.id(), line.states(), mark -> new Place.ChecklistFor(line.id(), mark)), 1, row);
        grid.add(count, 2, row);
        for (Node node : List.of(name, count)) {
            GridPane.setValignment(node, VPos.CENTER);
        }
    }

    private Node bar(String id, Map<Mark, Long> counts, java.util.function.Function<Mark, Place> leads) {
        return StackedBar.of("bar-" + id, counts, kit, mark -> model.go(leads.apply(mark)));
    }

    private Node legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        legend.setId("legend");
        LEGEND.forEach(mark -> {
            Label label = marks.label(mark);
            label.getStyleClass().add("small");
            legend.getChildren().add(label);
        });
        return legend;
    }

    private static Node halves(Node left, Node right) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, left, right);
        return grid;
    }

    private Node gaps() {
        VBox lines = new VBox();
        model.gaps()
                .subscribe(gaps -> Panels.fill(lines, gaps, texts.text("gaps.none"), gap -> {
                    Button title = link(
                            "gap-" + gap.control(),
                            gap.control() + "  " + gap.title(),
                            new Place.ChecklistItem(gap.control()));
                    Label mark = marks.label(gap.standing());
                    mark.setMinWidth(116);
                    Label blocks = Parts.label(texts.text("gaps.blocks", gap.blocks()), "muted", "number");
                    blocks.setMinWidth(124);
                    return Parts.row(mark, Panels.grow(title), blocks);
                }));
        return Panels.section(texts.text("gaps"), texts.text("gaps.what"), lines);
    }

    private Node contradictions() {
        VBox lines = new VBox();
        int[] number = {0};
        model.contradictions()
                .subscribe(all -> Panels.fill(lines, all, texts.text("contradictions.none"), line -> {
                    Button open = link("contradiction-" + number[0]++, line.subject(), line.leads());
                    open.setMinWidth(Button.USE_PREF_SIZE);
                    HBox row =
                            Parts.row(marks.sign(Mark.CONTRADICTED), open, Panels.grow(Parts.paragraph(line.text())));
                    row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
                    return row;
                }));
        Label more = Parts.paragraph("", "muted");
        more.setId("contradictions-more");
        model.moreContradictions().subscribe(count -> {
            more.setText(texts.text("contradictions.more", count));
            Parts.show(more, count > 0);
        });
        return Panels.section(texts.text("contradictions"), texts.text("contradictions.what"), lines, more);
    }

    private Button link(String id, String words, Place leads) {
        return Panels.link(id, words, () -> model.go(leads));
    }

    private Node freshness() {
        VBox bar = new VBox();
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        model.freshness().subscribe(counts -> {
            bar.getChildren().clear();
            legend.getChildren().clear();
            if (counts.isEmpty()) {
                bar.getChildren().add(Parts.label(texts.text("freshness.none"), "muted"));
                return;
            }
            bar.getChildren().add(StackedBar.of("bar-freshness", counts, kit, _ -> model.go(new Place.EvidencePage())));
            counts.forEach((mark, count) -> legend.getChildren().add(marks.label(mark)));
        });
        VBox lines = new VBox();
        model.lapsing()
                .subscribe(all -> Panels.fill(lines, all, "", line -> {
                    Button open = link(
                            "lapsing-" + line.collector().replace('.', '-'),
                            line.collector(),
                            new Place.EvidenceItem(line.evidence()));
                    Label mark = marks.label(line.freshness());
                    mark.setMinWidth(116);
                    return Parts.row(
                            mark,
                            Panels.grow(open),
                            Parts.label(texts.text("freshness.age", line.age(), line.limit()), "muted"));
                }));
        return Panels.section(texts.text("freshness"), texts.text("freshness.what"), bar, legend, lines);
    }
}
