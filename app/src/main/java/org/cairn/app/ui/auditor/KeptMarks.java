package org.cairn.app.ui.auditor;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.audit.AuditorFiles;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.ui.desk.Workbench;
import org.cairn.app.ui.kit.Problem;

/// Writes every change of the marks to their file, one writing at a time and the newest last. Nobody waits for it.
/// Confined to the UI executor.
final class KeptMarks {
    /// How the file stands.
    sealed interface State {
        record Kept() implements State {}

        record Keeping() implements State {}

        record Failed(Problem why) implements State {}
    }

    private final Workbench bench;
    private final Path file;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Kept());
    private Optional<ReviewDraft> next = Optional.empty();

    KeptMarks(Workbench bench, Path file) {
        this.bench = bench;
        this.file = file;
    }

    Path file() {
        return file;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void keep(ReviewDraft draft) {
        next = Optional.of(draft);
        if (!(state.get() instanceof State.Keeping)) {
            write();
        }
    }

    private void write() {
        if (next.isEmpty()) {
            state.set(new State.Kept());
            return;
        }
        ReviewDraft draft = next.get();
        next = Optional.empty();
        state.set(new State.Keeping());
        bench.ask(
                () -> {
                    AuditorFiles.keep(file, draft);
                    return draft;
                },
                _ -> write(),
                why -> {
                    if (next.isPresent()) {
                        write();
                    } else {
                        state.set(new State.Failed(why));
                    }
                });
    }
}
