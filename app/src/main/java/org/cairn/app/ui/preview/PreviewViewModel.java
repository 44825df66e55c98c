package org.cairn.app.ui.preview;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.preview.Preview;
import org.cairn.app.preview.Previews;
import org.cairn.app.ui.desk.Workbench;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Cancellation;

/// The preview of one file: read in the background, given up when another one is chosen, when the person
/// says so, or when it takes too long. Confined to the UI executor.
public final class PreviewViewModel {
    private static final long PATIENCE_SECONDS = 20;

    private final Workbench bench;
    private final Texts texts = Texts.beside(PreviewViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private Optional<Previewed> of = Optional.empty();
    private Cancellation cancellation = new Cancellation();

    public PreviewViewModel(Workbench bench) {
        this.bench = bench;
    }

    /// @param name of the file that is shown
    public record Shown(String name, Preview preview) {}

    /// Empty where there is nothing to show, or not yet.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    public void show(Optional<? extends Previewed> piece) {
        if (piece.map(Previewed::key).equals(of.map(Previewed::key))) {
            return;
        }
        of = piece.map(each -> each);
        shown.set(Optional.empty());
        read(0);
    }

    /// Another page of the same document.
    /// @param number counted from 0
    public void page(int number) {
        read(number);
    }

    /// Looks again, after it was given up.
    public void again() {
        read(0);
    }

    public void cancel() {
        cancellation.request();
        if (work.get() instanceof LongWork.Running running) {
            work.set(new LongWork.Running(running.doing(), running.part(), true));
        }
    }

    private void read(int page) {
        cancellation.request();
        Cancellation mine = new Cancellation();
        cancellation = mine;
        if (of.isEmpty()) {
            work.set(new LongWork.Idle());
            return;
        }
        Previewed piece = of.get();
        work.set(new LongWork.Running(texts.text("reading"), OptionalDouble.empty(), false));
        bench.ask(() -> read(piece, page, mine), result -> came(mine, result), why -> failed(mine, why));
    }

    private Optional<Shown> read(Previewed piece, int page, Cancellation mine) throws Exception {
        Optional<Previewed.Found> found = piece.find();
        if (found.isEmpty() || mine.requested()) {
            return Optional.empty();
        }
        String name = found.get().name();
        if (found.get().content().isEmpty()) {
            return Optional.of(new Shown(name, new Preview.Nothing(Preview.Why.TOO_LARGE, "")));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        BooleanSupplier late = () -> System.nanoTime() - end > 0;
        try {
            return Optional.of(new Shown(
                    name,
                    Previews.of(
                            name, found.get().content().get(), page, () -> mine.requested() || late.getAsBoolean())));
        } catch (CancellationException _) {
            return mine.requested()
                    ? Optional.empty()
                    : Optional.of(new Shown(name, new Preview.Nothing(Preview.Why.TOO_SLOW, "")));
        }
    }

    private void came(Cancellation mine, Optional<Shown> result) {
        if (mine.equals(cancellation)) {
            shown.set(result);
            work.set(new LongWork.Idle());
        }
    }

    private void failed(Cancellation mine, Problem why) {
        if (mine.equals(cancellation)) {
            work.set(new LongWork.Failed(why));
        }
    }
}
