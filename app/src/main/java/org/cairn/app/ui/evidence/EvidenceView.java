package org.cairn.app.ui.evidence;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.intake.IntakeTools;
import org.cairn.app.ui.intake.IntakeView;
import org.cairn.app.ui.intake.IntakeViewModel;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.redact.RedactionView;
import org.cairn.app.ui.redact.RedactionViewModel;
import org.kordamp.ikonli.feather.Feather;

/// The table of evidence with its detail.
public final class EvidenceView {
    private final EvidenceViewModel model;
    private final RedactionViewModel redaction;
    private final Texts texts = Texts.beside(EvidenceView.class);
    private final Marks marks = new Marks(Texts.beside(Texts.class));
    private final BorderPane root = new BorderPane();

    /// @param intake    what waits to be recorded
    /// @param redaction what is to be taken out of a copy; shown in place of the table meanwhile
    public EvidenceView(
            EvidenceViewModel model, IntakeViewModel intake, RedactionViewModel redaction, Chooser chooser) {
        this.redaction = redaction;
        this.model = model;
        root.setId("evidence");
        root.getStyleClass().add("page");
        TextField filter = new TextField();
        filter.setId("evidence-filter");
        filter.setPromptText(texts.text("filter"));
        filter.setAccessibleText(texts.text("filter.help"));
        filter.textProperty().bindBidirectional(model.typed());
        filter.setPrefWidth(220);
        filter.setMinWidth(96);
        IntakeTools tools = new IntakeTools(intake, chooser);
        tools.openUp(root);
        root.setTop(
                Parts.pageHead(texts.text("title"), texts.text("what"), tools.buttons("evidence-add", true), filter));
        Node detail = side(intake);
        SplitPane panes = new SplitPane(table(), detail);
        panes.setId("evidence-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.69);
        SplitPane.setResizableWithParent(detail, false);
        Parent redacting = new RedactionView(redaction).root();
        root.sceneProperty().subscribe(scene -> model.support().seen(scene != null));
        redaction.of().subscribe(piece -> root.setCenter(piece.isPresent() ? redacting : panes));
    }

    public Parent root() {
        return root;
    }

    /// The chosen piece; while something waits to be recorded, that instead.
    private Node side(IntakeViewModel intake) {
        Node chosen = new EvidenceDetail(model, redaction, texts).node();
        IntakeView waiting = new IntakeView(intake, "evidence-new");
        intake.newest().subscribe(piece -> piece.ifPresent(model::expect));
        VBox side = new VBox(waiting.node(), chosen);
        side.setMinWidth(320);
        waiting.wide().subscribe(wide -> {
            Parts.show(chosen, !wide);
            VBox.setVgrow(waiting.node(), wide ? Priority.ALWAYS : Priority.NEVER);
            VBox.setVgrow(chosen, Priority.ALWAYS);
        });
        return side;
    }

    private Node table() {
        VBox empty = Parts.emptyState(
                Feather.FILE_TEXT,
                texts.text("empty.title"),
                texts.text("empty"),
                Parts.mainButton("evidence-collect", texts.text("empty.collect"), model::collect),
                Parts.label(texts.text("empty.drop"), "hint"));
        Columns<EvidenceViewModel.Line> columns = Columns.of("evidence-table", texts.text("title"), empty);
        columns.text(texts.text("column.collector"), 182, EvidenceViewModel.Line::collector, "medium")
                .mark(texts.text("column.freshness"), 112, EvidenceViewModel.Line::freshness, marks)
                .text(texts.text("column.observed"), 146, EvidenceViewModel.Line::observed)
                .number(
                        texts.text("column.population"),
                        68,
                        line -> line.population().map(Integer::longValue).orElse(-1L))
                .number(texts.text("column.refusals"), 92, line -> (long) line.refusals())
                .text(texts.text("column.user"), 110, line -> texts.text("user-at", line.user(), line.host()))
                .text(texts.text("column.hash"), 84, line -> line.id().hex().substring(0, HashText.GROUP), "hash")
                .text(texts.text("column.source"), 88, EvidenceViewModel.Line::source);
        TableView<EvidenceViewModel.Line> table = columns.table();
        table.setItems(model.lines());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.selected().set(Optional.of(line));
            }
        });
        model.selected()
                .subscribe(line -> line.ifPresent(chosen -> {
                    table.getSelectionModel().select(chosen);
                }));
        table.setMinWidth(420);
        return table;
    }
}
