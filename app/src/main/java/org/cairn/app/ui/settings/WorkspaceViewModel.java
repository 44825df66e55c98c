package org.cairn.app.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.BackupResult;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.StampSource;
import org.cairn.app.workspace.TimeStamps;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;

/// What is set for this workspace, and its copies. Confined to the UI executor.
public final class WorkspaceViewModel {
    /// A certificate has some thousand bytes.
    private static final long MOST_CERTIFICATE_BYTES = 1 << 16;

    private static final int LONGEST_WAIT_SECONDS = 3600;

    private final Desk desk;
    private final Texts texts = Texts.beside(WorkspaceViewModel.class);
    private final Followed<StampSource> stamps;
    private final Doing stamping;
    private final Doing copying;

    public WorkspaceViewModel(Desk desk) {
        this.desk = desk;
        this.stamps = new Followed<>(desk, _ -> desk.workspace().timeStamps().source());
        this.stamping = new Doing(desk);
        this.copying = new Doing(desk);
    }

    void show(boolean seen) {
        stamps.show(seen);
    }

    ObservableValue<Boolean> busy() {
        return desk.busy();
    }

    ObservableValue<Description> about() {
        return desk.snapshot().map(now -> now.about());
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    ObservableValue<Optional<StampSource>> stamps() {
        return stamps.value();
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return stamps.problem();
    }

    Doing stamping() {
        return stamping;
    }

    Doing copying() {
        return copying;
    }

    /// As it is said of a source in force.
    String words(StampSource source) {
        return switch (source) {
            case StampSource.None _ -> texts.text("stamps.none.now");
            case StampSource.Own _ -> texts.text("stamps.own.now");
            case StampSource.Folder outside ->
                texts.text(
                                "stamps.folder.now",
                                outside.folder().toString(),
                                outside.root().getSubjectX500Principal().getName(),
                                outside.patience().toSeconds())
                        + ' '
                        + outside.revoked()
                                .map(list -> texts.text("stamps.list.now", list.toString()))
                                .orElseGet(() -> texts.text("stamps.list.none"));
        };
    }

    void use(StampDraft draft) {
        stamping.change(
                () -> {
                    StampSource source = source(draft);
                    desk.workspace().timeStamps().use(source);
                    return source;
                },
                source -> {
                    stamps.again();
                    return texts.text("stamps.done");
                });
    }

    private StampSource source(StampDraft draft) throws WorkspaceException {
        return switch (draft.who()) {
            case NONE -> new StampSource.None();
            case OWN -> new StampSource.Own();
            case FOLDER ->
                desk.workspace()
                        .timeStamps()
                        .withItsList(TimeStamps.folder(
                                path(draft.folder()), certificate(path(draft.root())), patience(draft.seconds())));
        };
    }

    private Duration patience(String typed) throws WorkspaceException {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,4}")
                || Integer.parseInt(digits) < 1
                || Integer.parseInt(digits) > LONGEST_WAIT_SECONDS) {
            throw new WorkspaceException(Kind.BAD_INPUT, texts.text("stamps.seconds.wrong", typed));
        }
        return Duration.ofSeconds(Integer.parseInt(digits));
    }

    private Path path(String typed) throws WorkspaceException {
        try {
            if (typed.isBlank()) {
                throw new WorkspaceException(Kind.BAD_INPUT, texts.text("path.missing"));
            }
            return Path.of(typed.strip());
        } catch (InvalidPathException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, texts.text("path.wrong", typed), e);
        }
    }

    private Bytes certificate(Path file) throws WorkspaceException {
        try {
            if (Files.size(file) > MOST_CERTIFICATE_BYTES) {
                throw new WorkspaceException(Kind.BAD_INPUT, texts.text("stamps.root.large", file.toString()));
            }
            return Bytes.copyOf(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, texts.text("path.unreadable", file.toString(), String.valueOf(e)), e);
        }
    }

    /// @param out  the archive of ledger and payloads
    /// @param keys the archive of wrapped keys; empty leaves them out
    void backUp(String out, String keys) {
        copying.change(
                () -> desk.workspace().backUp(path(out), keys.isBlank() ? Optional.empty() : Optional.of(path(keys))),
                this::made);
    }

    private String made(BackupResult result) {
        return texts.text(
                        "backup.done",
                        String.valueOf(result.file().getFileName()),
                        result.files(),
                        result.sizeBytes(),
                        result.checkpoint().size())
                + " "
                + texts.text(result.keySums().isPresent() ? "backup.keys.apart" : "backup.keys.none");
    }
}
