package org.cairn.app.ui.desk;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.kit.Problem;

/// What a page records, one thing at a time, and what came of the last one. Confined to the UI executor.
public final class Recording {
    private final Desk desk;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Recording(Desk desk) {
        this.desk = desk;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What was done, in words.
    public ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    /// Why it was not, or not wholly.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether something can be recorded now.
    public boolean free() {
        return !busy.get() && desk.now().editable();
    }

    /// Changes the workspace, unless something else is under way or nothing may be changed.
    public <T> void change(Callable<T> work, Consumer<T> done) {
        if (free()) {
            begin();
            desk.change(work, came -> end(came, done), this::failed);
        }
    }

    /// Does what records nothing, unless something else is under way.
    public <T> void ask(Callable<T> work, Consumer<T> done) {
        if (!busy.get()) {
            begin();
            desk.ask(work, came -> end(came, done), this::failed);
        }
    }

    public void tell(String words) {
        told.set(Optional.of(words));
    }

    public void refuse(Problem why) {
        problem.set(Optional.of(why));
    }

    /// Takes back what was said of the last one.
    public void forget() {
        told.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private void begin() {
        busy.set(true);
        forget();
    }

    private void failed(Problem why) {
        busy.set(false);
        refuse(why);
    }

    private <T> void end(T came, Consumer<T> done) {
        busy.set(false);
        done.accept(came);
    }
}
