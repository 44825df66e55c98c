package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.DraftAnswer;
import org.cairn.app.workspace.WorkspaceException;

/// Keeps what is being typed, so that a crash takes none of it. It is written in the background, one writing after the
/// other, each of what is newest then. Confined to the UI executor.
final class KeptDrafts {
    private final Desk desk;
    private final Consumer<Problem> failed;
    private Optional<List<DraftAnswer>> waiting = Optional.empty();
    private boolean writing;

    KeptDrafts(Desk desk, Consumer<Problem> failed) {
        this.desk = desk;
        this.failed = failed;
    }

    /// Hands over what an earlier sitting left.
    void read(Consumer<List<DraftAnswer>> left) {
        desk.ask(() -> desk.workspace().drafts().read(), left, failed);
    }

    void keep(List<DraftAnswer> drafts) {
        waiting = Optional.of(drafts);
        write();
    }

    private void write() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        List<DraftAnswer> newest = waiting.get();
        waiting = Optional.empty();
        writing = true;
        desk.threads().background().execute(() -> {
            Optional<Problem> why = written(newest);
            desk.threads().ui().execute(() -> {
                writing = false;
                why.ifPresent(failed);
                write();
            });
        });
    }

    private Optional<Problem> written(List<DraftAnswer> drafts) {
        try {
            if (!desk.workspace().locked()) {
                desk.workspace().drafts().keep(drafts);
            }
            return Optional.empty();
        } catch (WorkspaceException | RuntimeException e) {
            return Optional.of(Problem.of(e, Texts.beside(Texts.class)));
        }
    }
}
