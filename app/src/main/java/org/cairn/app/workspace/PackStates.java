package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Verdict;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;
import org.cairn.verifier.Report;

/// States of a log that a pack proves.
/// @param today  the pack's checkpoint
/// @param states it, and every state that the pack proves to be a beginning of it
/// @param keys   the log's
record PackStates(Checkpoint today, List<Checkpoint> states, List<NoteKey> keys) {
    /// @throws WorkspaceException where the pack does not verify: nothing in it counts then
    static PackStates of(Path pack) throws WorkspaceException {
        try {
            Report report = PackVerification.verify(pack);
            if (!(report.verdict() instanceof Verdict.Intact(var today))) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, pack + ": does not verify, so it shows nothing; see cairn verify " + pack);
            }
            Report.Witnesses log = report.witnesses().orElseThrow();
            return new PackStates(today, log.states(), log.keys());
        } catch (RefusedInput e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
