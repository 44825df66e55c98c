package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cairn.app.exchange.Card;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.proof.Digest;

/// One of several laptops of an organisation, with a workspace of its own and a stick to carry files.
final class Laptop implements AutoCloseable {
    static final Subject CONTROL = new ControlId("NET-4");

    final WorkspaceFixture fixture;
    final Path stick;
    Workspace workspace;
    private final String name;
    private int files;

    Laptop(Path temporary, String name) throws IOException, WorkspaceException {
        this.name = name;
        Path own = Files.createDirectories(temporary.resolve(name));
        stick = Files.createDirectories(temporary.resolve("stick"));
        fixture = new WorkspaceFixture(own);
        workspace = fixture.found();
    }

    static void pair(Laptop one, Laptop other) throws WorkspaceException {
        Card ours = one.card();
        Card theirs = other.card();
        one.workspace.exchange().pair(theirs);
        other.workspace.exchange().pair(ours);
    }

    Card card() throws WorkspaceException {
        return workspace.exchange().writeCard(next(".card"));
    }

    String origin() throws WorkspaceException {
        return workspace.describe().origin();
    }

    long answer(AnswerStatus status, String note) throws WorkspaceException {
        return workspace.answer(AnswerRequest.of(CONTROL, status).withNote(note));
    }

    Path export(Laptop to) throws WorkspaceException {
        return export(to, OptionalLong.empty());
    }

    Path export(Laptop to, OptionalLong since) throws WorkspaceException {
        Path file = next(".bundle");
        workspace.exchange().export(Optional.of(to.origin()), since, file);
        return file;
    }

    ImportSummary take(Path bundle) throws WorkspaceException {
        return workspace.exchange().take(bundle, _ -> {});
    }

    ImportSummary takeFrom(Laptop other) throws WorkspaceException {
        return take(other.export(this));
    }

    ControlPosture row() throws WorkspaceException {
        return workspace.postureNow().control(new ControlId("NET-4")).orElseThrow();
    }

    List<Conflict> conflicts() throws WorkspaceException {
        return workspace.exchange().conflicts();
    }

    /// Size and root: equal where nothing was recorded.
    Digest state() throws WorkspaceException {
        return workspace.indexFingerprint();
    }

    void reopen() throws WorkspaceException {
        workspace.close();
        workspace = fixture.open(Access.WRITE);
    }

    Path next(String ending) {
        return stick.resolve(name + "-" + files++ + ending);
    }

    @Override
    public void close() throws WorkspaceException {
        workspace.close();
    }
}
