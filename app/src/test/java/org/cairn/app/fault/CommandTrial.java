package org.cairn.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.BusyWorkspace;
import org.cairn.app.workspace.FixedCollector;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.proof.Verdict;

/// What must hold after something went wrong with one command.
/// @param folder   a copy of the template
/// @param before   the log of the template
/// @param happened what was done to it, for messages
record CommandTrial(Path folder, CommandUnderTest command, List<String> before, String happened) {
    private static final int DONE = 0;
    private static final int REFUSED = 2;

    CommandTrial {
        before = List.copyOf(before);
    }

    /// What a workspace's log says, an entry each.
    static List<String> log(Path folder) throws WorkspaceException {
        try (Workspace workspace = BusyWorkspace.ofAnna(folder).open(Access.READ)) {
            return lines(workspace);
        }
    }

    private static List<String> lines(Workspace workspace) throws WorkspaceException {
        return workspace.log().stream().map(LogLine::toString).toList();
    }

    /// The exit code and the words fit, everything that was acknowledged is there and nothing is half there, and the
    /// command can be given again.
    /// @return what became of the command, in one word
    String judge(int exit, String said) throws Exception {
        boolean killed = exit > 128;
        assertTrue(exit == DONE || exit == REFUSED || killed, this::happened);
        if (exit == REFUSED) {
            expectWords(said);
        }
        boolean acknowledged = reopened();
        assertTrue(acknowledged || exit != DONE, () -> happened + ": said to be done, and no entry says so");
        expectPackWholeOrAbsent();
        if (!acknowledged && !Files.exists(folder.resolve("dora.zip"))) {
            CommandProgram.Ended again = CommandProgram.run(folder, command);
            assertEquals(DONE, again.exit(), () -> happened + ", then again: " + again.err());
            assertTrue(reopened(), () -> happened + ", then again: no entry says so");
        }
        String outcome = killed ? "killed" : exit == DONE ? "harmless" : "refused";
        return acknowledged && exit != DONE ? outcome + " after it was recorded" : outcome;
    }

    /// Names something, says why, and is no trace of ours.
    private void expectWords(String said) {
        assertTrue(said.contains("cairn: ") && said.contains("/"), () -> happened + ": " + said);
        assertFalse(
                said.contains("a fault of Cairn") || said.contains("\tat ") || said.contains("null"),
                () -> happened + ": " + said);
    }

    /// Opens for writing, which finishes what was interrupted, and verifies.
    /// @return whether the command's own entry is there
    private boolean reopened() throws Exception {
        List<String> log;
        boolean acknowledged;
        boolean evidence;
        try (Workspace workspace = BusyWorkspace.ofAnna(folder)
                .open(Access.WRITE, new FixedCollector("test.one", "PermitRootLogin no\n"))) {
            log = lines(workspace);
            acknowledged = workspace.log().stream()
                    .skip(before.size())
                    .anyMatch(line -> line.kind().equals(command.kind()));
            evidence = !workspace.evidence().isEmpty();
        }
        assertTrue(log.size() >= before.size(), () -> happened + ": entries are lost");
        assertEquals(before, log.subList(0, before.size()), happened);
        if (command == CommandUnderTest.ERASE) {
            assertEquals(acknowledged, !evidence, () -> happened + ": erased and recorded do not go together");
        }
        Verdict verdict = Workspace.verify(BusyWorkspace.ofAnna(folder).folder).verdict();
        assertInstanceOf(Verdict.Intact.class, verdict, () -> happened + ": " + verdict);
        return acknowledged;
    }

    private void expectPackWholeOrAbsent() throws Exception {
        Path pack = folder.resolve("dora.zip");
        if (Files.exists(pack)) {
            Verdict verdict = Workspace.verify(pack).verdict();
            assertInstanceOf(Verdict.Intact.class, verdict, () -> happened + ": " + verdict);
        }
    }
}
