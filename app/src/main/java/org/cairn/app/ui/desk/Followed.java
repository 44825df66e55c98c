package org.cairn.app.ui.desk;

import java.util.Optional;
import java.util.concurrent.CancellationException;
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
    private volatile Optional<Snapshot> wanted = Optional.empty();

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

    /// To be asked between the steps of a long reading; from any thread. Lets shorter work go before.
    /// @throws CancellationException where another state is looked at by now, or the page was left
    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing rests on it: a virtual thread that calculates gives way nowhere else
    public void requireWanted(Snapshot snapshot) {
        Thread.yield();
        if (wanted.filter(snapshot::equals).isEmpty()) {
            throw new CancellationException("nobody looks at it any more");
        }
    }

    /// Reads again, because what is asked for has changed.
    public void again() {
        read = Optional.empty();
        follow();
    }

    private void follow() {
        Snapshot now = desk.now();
        wanted = shown ? Optional.of(now) : Optional.empty();
        if (!shown || read.filter(now::equals).isPresent()) {
            return;
        }
        read = Optional.of(now);
        long mine = ++readings;
        desk.ask(
                () -> unlessCancelled(now),
                fresh -> {
                    if (mine == readings) {
                        problem.set(Optional.empty());
                        fresh.ifPresentOrElse(each -> value.set(Optional.of(each)), this::leftOff);
                    }
                },
                why -> {
                    if (mine == readings) {
                        read = Optional.empty();
                        problem.set(Optional.of(why));
                    }
                });
    }

    private Optional<T> unlessCancelled(Snapshot now) throws Exception {
        try {
            return Optional.of(reading.of(now));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    /// A page that was left and is shown again by now has it read once more.
    private void leftOff() {
        read = Optional.empty();
        follow();
    }
}
