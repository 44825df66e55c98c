package org.cairn.app.ui.lock;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.LockViewModel.State;
import org.cairn.app.ui.unlock.UnlockForm;
import org.kordamp.ikonli.feather.Feather;

/// Stands in the place of everything else while the workspace is locked. Builds nodes and binds them; decides nothing.
public final class LockView {
    private static final double CARD_WIDTH = 460;

    private final LockViewModel model;
    private final Texts texts = Texts.beside(LockView.class);
    private final UnlockForm form;
    private final ScrollPane root;

    /// @param leave closes the workspace
    public LockView(LockViewModel model, Chooser chooser, Runnable leave) {
        this.model = model;
        form = new UnlockForm(model.unlocking(), chooser, model::unlock);
        VBox card = new VBox(head(), why(), form.node(), working(), buttons(leave), kept());
        card.getStyleClass().add("start-card");
        card.setMaxSize(CARD_WIDTH, VBox.USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.getStyleClass().addAll("start", "start-column");
        root = new ScrollPane(middle);
        root.setId("lock-screen");
        root.setAccessibleText(texts.text("locked"));
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().add("start");
        model.state().subscribe(state -> {
            if (state instanceof State.Locked) {
                form.focus();
            }
        });
    }

    public Parent root() {
        return root;
    }

    private HBox head() {
        Label organisation = Parts.label(model.organisation(), "page-title");
        organisation.setId("lock-organisation");
        organisation.setWrapText(true);
        HBox head = Parts.row(Parts.icon(Feather.LOCK), organisation);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label why() {
        Label words = Parts.paragraph("", "muted");
        words.setId("lock-why");
        model.state().subscribe(state -> {
            switch (state) {
                case State.Locked(var why) -> words.setText(texts.text("why." + Texts.keyOf(why)));
                case State.Unlocking _, State.Open _ -> {}
            }
        });
        return words;
    }

    private HBox working() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setId("lock-working");
        turning.setAccessibleText(texts.text("working"));
        turning.setPrefSize(20, 20);
        turning.setMinSize(20, 20);
        Label words = Parts.paragraph("", "hint");
        words.setId("lock-under-way");
        HBox row = Parts.row(turning, words);
        Runnable update = () -> {
            boolean trying = model.state().get() instanceof State.Unlocking;
            boolean busy = model.busy().getValue();
            Parts.show(row, trying || busy);
            words.setText(texts.text(trying ? busy ? "trying.busy" : "trying" : "busy"));
        };
        model.state().subscribe(_ -> update.run());
        model.busy().subscribe(_ -> update.run());
        return row;
    }

    private HBox buttons(Runnable leave) {
        Button unlock = Parts.mainButton("unlock", texts.text("unlock"), model::unlock);
        unlock.setDefaultButton(true);
        Button close = Parts.button("lock-leave", texts.text("leave"), leave);
        model.state().subscribe(state -> {
            boolean trying = state instanceof State.Unlocking;
            unlock.setDisable(trying);
            close.setDisable(trying);
        });
        return Parts.row(unlock, close);
    }

    private Label kept() {
        Label words = Parts.paragraph(texts.text("kept"), "hint");
        words.setId("lock-kept");
        return words;
    }
}
