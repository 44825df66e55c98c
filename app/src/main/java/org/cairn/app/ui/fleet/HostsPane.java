package org.cairn.app.ui.fleet;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The hosts: which are silent, which are expected, and which are gone.
final class HostsPane {
    private static final double LINE = 52;
    private static final int SHOWN = 5;

    private final FleetViewModel model;
    private final Texts texts;
    private final ListView<FleetViewModel.HostLine> list;

    HostsPane(FleetViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.list = new ListView<>(model.hosts());
    }

    Node node() {
        list.setId("fleet-hosts");
        list.setAccessibleText(texts.text("hosts"));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.setPlaceholder(Parts.label(texts.text("hosts.none"), "hint"));
        Runnable size = () -> list.setPrefHeight(Math.clamp(model.hosts().size(), 1, SHOWN) * LINE + 4);
        model.hosts().addListener((ListChangeListener<FleetViewModel.HostLine>) _ -> size.run());
        size.run();
        return new VBox(8, Parts.label(texts.text("hosts"), "section-title"), list, dismissal(), expectation());
    }

    private Node line(FleetViewModel.HostLine host) {
        Label name = Parts.label(host.name(), "medium");
        if (host.silent()) {
            name.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE));
        }
        return new VBox(2, name, Parts.paragraph(host.said(), "hint"));
    }

    private Node dismissal() {
        TextField reason = field("fleet-reason", "dismiss.reason");
        Button dismiss = Parts.button("fleet-dismiss", texts.text("dismiss"), () -> {
            FleetViewModel.HostLine chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                model.dismiss(chosen, reason.getText());
                reason.clear();
            }
        });
        Runnable fold = () -> {
            FleetViewModel.HostLine chosen = list.getSelectionModel().getSelectedItem();
            dismiss.setDisable(
                    chosen == null || chosen.dismissed() || reason.getText().isBlank());
        };
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> fold.run());
        reason.textProperty().subscribe(_ -> fold.run());
        return pair(reason, dismiss);
    }

    private Node expectation() {
        TextField name = field("fleet-name", "expect.name");
        Button expect = Parts.button("fleet-expect", texts.text("expect"), () -> {
            model.expect(name.getText());
            name.clear();
        });
        name.textProperty().subscribe(typed -> expect.setDisable(typed.isBlank()));
        return pair(name, expect);
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.text(key));
        field.setAccessibleText(texts.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Node pair(TextField field, Button button) {
        button.setMinWidth(Button.USE_PREF_SIZE);
        HBox row = Parts.row(field, button);
        return Guarded.node(row, model.readOnly());
    }
}
