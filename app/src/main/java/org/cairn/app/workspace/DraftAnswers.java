package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// What a person typed and did not record, kept beside the ledger so that a crash takes none of it: one file for each
/// person, encrypted under the workspace key. It is no part of the record, and in no backup.
public final class DraftAnswers {
    private static final int LIMIT_BYTES = 1 << 22;
    private static final String CONTEXT = "cairn drafts v1 ";

    private final Parts parts;

    DraftAnswers(Parts parts) {
        this.parts = parts;
    }

    /// Of the person at work; none where nobody signs.
    public List<DraftAnswer> read() throws WorkspaceException {
        Optional<String> person = person();
        if (person.isEmpty() || !Files.isRegularFile(folder().path(person.get()))) {
            return List.of();
        }
        Path file = folder().path(person.get());
        try {
            Bytes sealed = folder().read(person.get(), LIMIT_BYTES);
            Bytes plain = parts.keyring().unwrap(sealed, context(person.get()));
            List<DraftAnswer> drafts = new ArrayList<>();
            for (Json each : Json.parseObject(plain).array("drafts")) {
                if (each instanceof JsonObject draft) {
                    drafts.add(draft(draft));
                }
            }
            return drafts;
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        } catch (IOException | KeyException | MalformedJson | IllegalArgumentException | DateTimeParseException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    file + ": what was typed and not recorded cannot be read (" + e.getMessage()
                            + "). Nothing that was recorded is touched; remove the file to go on without it",
                    e);
        }
    }

    /// Replaces what was kept of the person at work; durable on return.
    public void keep(List<DraftAnswer> drafts) throws WorkspaceException {
        parts.requireUnlocked();
        Optional<String> person = person();
        if (person.isEmpty()) {
            return;
        }
        try {
            if (drafts.isEmpty()) {
                Files.deleteIfExists(folder().path(person.get()));
            } else {
                Json all = Json.object()
                        .with("format", 1)
                        .with("drafts", drafts.stream().map(DraftAnswers::json).toList())
                        .build();
                folder().write(person.get(), parts.keyring().wrap(Json.write(all), context(person.get())));
            }
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE,
                    folder().root() + ": what is being typed cannot be kept (" + e
                            + "); it is lost if the program ends before it is recorded",
                    e);
        }
    }

    private Optional<String> person() {
        return parts.keyring().unlockedBy().isEmpty()
                ? Optional.empty()
                : Optional.of(parts.keyring().person().keyId().hex());
    }

    private DurableFolder folder() {
        return DurableFolder.ofOwner(parts.folder().drafts());
    }

    private static Bytes context(String person) {
        return Bytes.utf8(CONTEXT + person);
    }

    private static Json json(DraftAnswer draft) {
        Json.Builder json = Json.object()
                .with("subject", draft.subject().text())
                .with("note", draft.note())
                .with("owner", draft.owner());
        draft.status().ifPresent(status -> json.with("status", status.name()));
        draft.documentation().ifPresent(level -> json.with("documentation", level));
        draft.implementation().ifPresent(level -> json.with("implementation", level));
        draft.due().ifPresent(day -> json.with("due", day.toString()));
        draft.appliesFrom().ifPresent(day -> json.with("appliesFrom", day.toString()));
        return json.build();
    }

    private static DraftAnswer draft(JsonObject json) throws MalformedJson {
        return new DraftAnswer(
                Subject.parse(json.text("subject")),
                text(json, "status").map(AnswerStatus::valueOf),
                json.text("note"),
                json.text("owner"),
                level(json, "documentation"),
                level(json, "implementation"),
                text(json, "due").map(LocalDate::parse),
                text(json, "appliesFrom").map(LocalDate::parse));
    }

    private static Optional<String> text(JsonObject json, String name) throws MalformedJson {
        return json.member(name).isPresent() ? Optional.of(json.text(name)) : Optional.empty();
    }

    private static Optional<Integer> level(JsonObject json, String name) throws MalformedJson {
        return json.member(name).isPresent() ? Optional.of(Math.clamp(json.integer(name), 0, 5)) : Optional.empty();
    }
}
