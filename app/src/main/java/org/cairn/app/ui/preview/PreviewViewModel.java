package org.cairn.app.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.preview.Preview;
import org.cairn.app.preview.Previews;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.evidence.RecordedEvidence;

/// The preview of one piece of evidence: read in the background, given up when another one is chosen, when the person
/// says so, or when it takes too long. Confined to the UI executor.
public final class PreviewViewModel {
    private static final long PATIENCE_SECONDS = 20;

    private final Desk desk;
    private final Texts texts = Texts.beside(PreviewViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private Optional<RecordedEvidence> of = Optional.empty();
    private Cancellation cancellation = new Cancellation();

    public PreviewViewModel(Desk desk) {
        this.desk = desk;
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

    public void show(Optional<RecordedEvidence> piece) {
        if (piece.map(RecordedEvidence::id).equals(of.map(RecordedEvidence::id))) {
            return;
        }
        of = piece;
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
        RecordedEvidence piece = of.get();
        work.set(new LongWork.Running(texts.text("reading"), OptionalDouble.empty(), false));
        desk.ask(() -> read(piece, page, mine), result -> came(mine, result), why -> failed(mine, why));
    }

    private Optional<Shown> read(RecordedEvidence piece, int page, Cancellation mine) throws WorkspaceException {
        List<Artefact> artefacts = desk.workspace().artefacts(piece.id());
        if (artefacts.isEmpty() || mine.requested()) {
            return Optional.empty();
        }
        Artefact first = artefacts.getFirst();
        String name = piece.evidence().fact("file-name").orElse(first.source().location());
        if (first.source().sizeBytes() > Previews.MOST_BYTES || artefacts.size() > 1 && isPart(piece)) {
            return Optional.of(new Shown(name, new Preview.Nothing(Preview.Why.TOO_LARGE, "")));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        BooleanSupplier late = () -> System.nanoTime() - end > 0;
        try {
            return Optional.of(new Shown(
                    name,
                    Previews.of(
                            name,
                            desk.workspace().content(first.payload()),
                            page,
                            () -> mine.requested() || late.getAsBoolean())));
        } catch (CancellationException _) {
            return mine.requested()
                    ? Optional.empty()
                    : Optional.of(new Shown(name, new Preview.Nothing(Preview.Why.TOO_SLOW, "")));
        }
    }

    /// A large report is kept in parts, and a part is no file.
    private static boolean isPart(RecordedEvidence piece) {
        return piece.evidence().sources().size() > 1
                && piece.evidence().collector().value().startsWith("import.");
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
