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
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.proof.Verdict;

/// What must hold after something went wrong with one command.
/// @param folder   a copy of the template
/// @param before   the log of the template
/// @param happened what was done to it, for messages
record CommandTrial(Path folder, CommandUnderTest command, List<String> before, String happened) {
    private static final int DONE = 0;
    private static final int REFUSED = 2;
    private static final int UNFINISHED = 3;

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
        assertTrue(exit == DONE || exit == REFUSED || exit == UNFINISHED || killed, this::happened);
        if (exit == REFUSED || exit == UNFINISHED) {
            expectWords(said);
        }
        if (exit == UNFINISHED) {
            assertTrue(said.contains("recorded") && said.contains(" in " + workspace()), () -> happened + ": " + said);
        }
        boolean acknowledged = reopened(exit);
        assertTrue(acknowledged || exit != DONE, () -> happened + ": said to be done, and no entry says so");
        expectPackWholeOrAbsent();
        if (!acknowledged && !Files.exists(folder.resolve("dora.zip"))) {
            CommandProgram.Ended again = CommandProgram.run(folder, command);
            assertEquals(DONE, again.exit(), () -> happened + ", then again: " + again.err());
            assertTrue(reopened(DONE), () -> happened + ", then again: no entry says so");
        }
        return killed
                ? acknowledged ? "killed after it was recorded" : "killed"
                : exit == DONE ? "harmless" : exit == REFUSED ? "refused" : "recorded and unfinished";
    }

    private Path workspace() {
        return BusyWorkspace.ofAnna(folder).folder;
    }

    /// Names something, says why, and is no trace of ours.
    private void expectWords(String said) {
        assertTrue(said.contains("cairn: ") && said.contains("/"), () -> happened + ": " + said);
        assertFalse(
                said.contains("a fault of Cairn") || said.contains("\tat ") || said.contains("null"),
                () -> happened + ": " + said);
    }

    /// Opens for writing, which finishes what was interrupted, and verifies. What was refused recorded nothing.
    /// @return whether the command's own entry is there
    private boolean reopened(int exit) throws Exception {
        List<String> log;
        boolean acknowledged;
        boolean evidence;
        try (Workspace workspace = BusyWorkspace.ofAnna(folder)
                .open(Access.WRITE, new FixedCollector("test.one", "PermitRootLogin no\n"))) {
            log = lines(workspace);
            acknowledged = workspace.log().stream()
                    .skip(before.size())
                    .anyMatch(line -> line.kind().equals(command.kind()));
            if (exit == REFUSED) {
                assertEquals(List.of(), work(workspace), () -> happened + ": refused, and yet recorded");
            }
            evidence = !workspace.evidence().isEmpty();
        }
        assertTrue(log.size() >= before.size(), () -> happened + ": entries are lost");
        assertEquals(before, log.subList(0, before.size()), happened);
        if (command == CommandUnderTest.ERASE) {
            assertEquals(acknowledged, !evidence, () -> happened + ": erased and recorded do not go together");
        }
        Verdict verdict = WorkspaceVerifier.verify(workspace()).verdict();
        assertInstanceOf(Verdict.Intact.class, verdict, () -> happened + ": " + verdict);
        return acknowledged;
    }

    /// The kinds of what was recorded since, without a sitting's own entries.
    private List<String> work(Workspace workspace) throws WorkspaceException {
        return workspace.log().stream()
                .skip(before.size())
                .map(LogLine::kind)
                .filter(kind -> !kind.equals("SessionOpened") && !kind.equals("ClockWentBack"))
                .toList();
    }

    private void expectPackWholeOrAbsent() throws Exception {
        Path pack = folder.resolve("dora.zip");
        if (Files.exists(pack)) {
            Verdict verdict = WorkspaceVerifier.verify(pack).verdict();
            assertInstanceOf(Verdict.Intact.class, verdict, () -> happened + ": " + verdict);
        }
    }
}
