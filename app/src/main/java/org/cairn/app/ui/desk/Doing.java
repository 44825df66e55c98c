package org.cairn.app.ui.desk;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.kit.Problem;

/// What a part of a page does, one deed at a time: whether it is under way, what came of it in words, or why it failed.
/// Confined to the UI executor.
public final class Doing {
    private final Workbench bench;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Doing(Workbench bench) {
        this.bench = bench;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether something can be recorded now.
    public boolean free() {
        return !busy.get() && bench.editable();
    }

    /// Records something, unless something is under way or nothing can be recorded; then everything is read anew.
    public <T> void change(Callable<T> work, Function<T, String> done) {
        record(work, result -> tell(done.apply(result)));
    }

    /// As [#change(Callable, Function)], where more than one sentence comes of it.
    public <T> void record(Callable<T> work, Consumer<T> done) {
        if (free()) {
            begin();
            bench.change(work, result -> end(result, done), this::failed);
        }
    }

    /// Reads or writes something that the ledger does not hold.
    public <T> void ask(Callable<T> work, Consumer<T> done) {
        if (!busy.get()) {
            begin();
            bench.ask(work, result -> end(result, done), this::failed);
        }
    }

    public void tell(String words) {
        problem.set(Optional.empty());
        told.set(Optional.of(words));
    }

    /// Says why something is not even tried.
    public void refuse(String code, String words) {
        told.set(Optional.empty());
        problem.set(Optional.of(new Problem(code, words)));
    }

    /// Says what was done of several things, and why not the others.
    public void came(Optional<String> words, Optional<Problem> stopped) {
        told.set(words);
        problem.set(stopped);
    }

    public void forget() {
        told.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private void begin() {
        busy.set(true);
        forget();
    }

    private <T> void end(T result, Consumer<T> done) {
        busy.set(false);
        done.accept(result);
    }

    private void failed(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
    }
}
