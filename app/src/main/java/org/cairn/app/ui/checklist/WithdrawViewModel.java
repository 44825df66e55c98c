package org.cairn.app.ui.checklist;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Subject;

/// Takes the answer that is shown back, with a reason: an entry that says so, and the row is not answered any more.
/// Confined to the UI executor.
final class WithdrawViewModel {
    private final Desk desk;
    private final Supplier<Optional<Subject>> shown;
    private final Texts texts = Texts.beside(WithdrawViewModel.class);
    private final StringProperty reason = new SimpleStringProperty("");
    private final Doing doing;

    WithdrawViewModel(Desk desk, Supplier<Optional<Subject>> shown) {
        this.desk = desk;
        this.shown = shown;
        this.doing = new Doing(desk);
        reason.subscribe(this::answered);
    }

    /// Who was told to say why, and says it, is not told so any longer.
    private void answered(String typed) {
        if (!typed.isBlank()) {
            doing.forget();
        }
    }

    StringProperty reason() {
        return reason;
    }

    Doing doing() {
        return doing;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    void withdraw() {
        String why = reason.get().strip();
        if (why.isEmpty()) {
            doing.refuse("W-WHY", texts.text("withdraw.missing"));
            return;
        }
        shown.get()
                .ifPresent(
                        subject -> doing.change(() -> desk.workspace().reviews().withdraw(subject, why), entry -> {
                            reason.set("");
                            return texts.text("withdraw.done", entry);
                        }));
    }
}
