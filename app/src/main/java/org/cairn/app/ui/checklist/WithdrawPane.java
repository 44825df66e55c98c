package org.cairn.app.ui.checklist;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.SureButton;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;

/// Above the history of a row: its answer is taken back there, with a reason and a second press.
final class WithdrawPane {
    private final ItemViewModel item;
    private final WithdrawViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    WithdrawPane(ItemViewModel item, Texts texts) {
        this.item = item;
        this.model = item.withdrawing();
        this.texts = texts;
    }

    Node node() {
        TextField reason = new TextField();
        reason.setId("withdraw-reason");
        reason.setPromptText(texts.text("withdraw.reason"));
        reason.setAccessibleText(texts.text("withdraw.reason"));
        reason.textProperty().bindBidirectional(model.reason());
        SureButton withdraw =
                new SureButton("withdraw", texts.text("withdraw"), () -> texts.text("withdraw.sure"), model::withdraw);
        Node form = Guarded.node(new VBox(6, Panels.grow(reason), Parts.row(withdraw.button())), model.readOnly());
        item.asked().subscribe((before, now) -> {
            if (!before.map(Asked::subject).equals(now.map(Asked::subject))) {
                withdraw.forget();
                model.reason().set("");
                model.doing().forget();
            }
        });
        item.asked()
                .subscribe(now -> Parts.show(form, now.flatMap(Asked::answer).isPresent()));
        VBox box = new VBox(
                6,
                form,
                ToldText.node("withdraw", model.doing().told(), model.doing().problem(), kit));
        box.getStyleClass().add("side-tools");
        return box;
    }
}
