package org.cairn.app.ui.desk;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.kit.Problem;

/// Something that takes its time to read, kept in step with what is looked at: read in the background while a page
/// shows it, and not at all while none does. Of several readings under way the newest wins. Confined to the UI
/// executor.
public final class Followed<T> {
    private final Desk desk;
    private final Reading<T> reading;
    private final ReadOnlyObjectWrapper<Optional<T>> value = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Snapshot> read = Optional.empty();
    private boolean shown;
    private long readings;

    /// Runs in the background; an instance of its own for each state.
    @FunctionalInterface
    public interface Reading<T> {
        T of(Snapshot snapshot) throws Exception;
    }

    public Followed(Desk desk, Reading<T> reading) {
        this.desk = desk;
        this.reading = reading;
        desk.snapshot().subscribe(_ -> follow());
    }

    /// Empty until it was read for the first time; the last one while a newer is being read.
    public ReadOnlyObjectProperty<Optional<T>> value() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether a page shows it now.
    public void show(boolean seen) {
        shown = seen;
        follow();
    }

    /// Reads again, because what is asked for has changed.
    public void again() {
        read = Optional.empty();
        follow();
    }

    private void follow() {
        Snapshot now = desk.now();
        if (!shown || read.filter(now::equals).isPresent()) {
            return;
        }
        read = Optional.of(now);
        long mine = ++readings;
        desk.ask(
                () -> reading.of(now),
                fresh -> {
                    if (mine == readings) {
                        problem.set(Optional.empty());
                        value.set(Optional.of(fresh));
                    }
                },
                why -> {
                    if (mine == readings) {
                        read = Optional.empty();
                        problem.set(Optional.of(why));
                    }
                });
    }
}
