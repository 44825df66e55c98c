package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cairn.app.redaction.Cut;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactingTest {
    private static final ControlId CONTROL = new ControlId("NET-4");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private Path minutes;

    @BeforeEach
    void prepare() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        minutes = Files.writeString(
                temporary.resolve("minutes.txt"), "present: Orla Quillfeather\ndefault deny agreed\n");
    }

    private static RedactionRequest request(EvidenceId id, String words, String reason) {
        return new RedactionRequest(id, OptionalInt.empty(), List.of(new Cut.Words(words)), reason, List.of(CONTROL));
    }

    @Test
    void whatCannotBeRedactedIsRefusedAndNothingIsRecorded() throws Exception {
        try (Workspace workspace = fixture.found()) {
            EvidenceId id = workspace.attach(minutes, CONTROL, "Minutes");
            int before = workspace.log().size();

            WorkspaceException absent = refused(workspace, request(id, "nobody", "names of staff"));
            assertTrue(String.valueOf(absent.getMessage()).contains("are not in it"), absent.getMessage());
            assertEquals(
                    Kind.MISSING_REASON,
                    refused(workspace, request(id, "Orla", " ")).kind());
            RedactionRequest other = new RedactionRequest(
                    id, OptionalInt.of(7), List.of(new Cut.Lines(1, 1)), "names", List.of(CONTROL));
            assertTrue(String.valueOf(refused(workspace, other).getMessage()).contains("say which file by --file: 0 "));
            assertEquals(
                    Optional.empty(),
                    workspace.redacting().look(request(id, "Orla", "")).extension());
            assertEquals(before, workspace.log().size());
        }
    }

    @Test
    void ofSeveralCopiesOfOneFileTheNewestIsHandedOut() throws Exception {
        try (Workspace workspace = fixture.found()) {
            EvidenceId id = workspace.attach(minutes, CONTROL, "Minutes");
            Redacting redacting = workspace.redacting();
            assertEquals(Set.of(), redacting.replaced());
            EvidenceId first = redacting.record(request(id, "Orla", "names")).id();
            redacting.record(request(id, "Quillfeather", "names"));
            assertEquals(Set.of(id, first), redacting.replaced());
        }
    }

    private static WorkspaceException refused(Workspace workspace, RedactionRequest request) throws Exception {
        Redacting redacting = workspace.redacting();
        return assertThrows(WorkspaceException.class, () -> redacting.record(request));
    }
}
