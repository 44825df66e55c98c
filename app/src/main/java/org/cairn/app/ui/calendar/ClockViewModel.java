package org.cairn.app.ui.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.DeadlineLine;

/// The clock that is opened, and what a person records of it. Confined to the UI executor.
final class ClockViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(ClockViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<DeadlineLine>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty words = new SimpleStringProperty("");
    private final Doing doing;

    ClockViewModel(Desk desk) {
        this.desk = desk;
        this.doing = new Doing(desk);
        words.subscribe(typed -> {
            if (!typed.isBlank()) {
                doing.forget();
            }
        });
    }

    ReadOnlyObjectProperty<Optional<DeadlineLine>> opened() {
        return opened.getReadOnlyProperty();
    }

    /// A note, or the reason of a withdrawal.
    StringProperty words() {
        return words;
    }

    Doing doing() {
        return doing;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    void open(DeadlineLine clock) {
        words.set("");
        doing.forget();
        opened.set(Optional.of(clock));
    }

    void close() {
        words.set("");
        opened.set(Optional.empty());
    }

    /// What was opened is shown as it stands now, or closed where it runs no longer.
    void follow(List<DeadlineLine> running) {
        Optional<DeadlineLine> now = opened.get()
                .flatMap(before -> running.stream()
                        .filter(clock -> id(clock).equals(id(before)))
                        .findFirst());
        if (now.isEmpty()) {
            words.set("");
        }
        opened.set(now);
    }

    static String id(DeadlineLine clock) {
        return clock.standing().deadline().id().hex();
    }

    void met() {
        Optional<String> note = Optional.of(words.get().strip()).filter(typed -> !typed.isEmpty());
        change(
                "clock.met.done",
                clock -> () -> desk.workspace().deadlines().meet(clock, Optional.<Instant>empty(), note));
    }

    void withdraw() {
        String reason = words.get().strip();
        if (reason.isEmpty()) {
            doing.refuse("C-WHY", texts.text("clock.withdraw.missing"));
            return;
        }
        change(
                "clock.withdraw.done",
                clock -> () -> desk.workspace().deadlines().withdraw(clock, reason));
    }

    private void change(String done, Function<String, Callable<?>> deed) {
        opened.get().ifPresent(clock -> {
            String rule = clock.standing().deadline().rule().value();
            doing.change(deed.apply(id(clock)), _ -> {
                words.set("");
                return texts.text(done, rule);
            });
        });
    }
}
