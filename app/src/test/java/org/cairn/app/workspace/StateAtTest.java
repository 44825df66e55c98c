package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What a state keeps of what it calculated, and when it no longer does.
class StateAtTest {
    @Test
    void aPostureIsKeptOnlyAsLongAsTheLedgerSaysNothingMore(@TempDir Path temporary) throws Exception {
        ErasingPeople erasing = new ErasingPeople(temporary);
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId piece = erasing.attach(acme);
            StateAt state = acme.at(AsOf.now());
            Posture before = state.posture();
            assertSame(before, state.posture(), "nothing was recorded, so nothing is calculated again");
            Fleet hosts = state.fleet();
            assertSame(hosts, state.fleet());

            acme.answer(AnswerRequest.of(TwoPeople.CONTROL, AnswerStatus.MET));
            assertNotSame(before, state.posture());
            assertNotSame(hosts, state.fleet());
            assertEquals(hosts, state.fleet());
            assertEquals(before, state.posture(), "what comes later is no part of the state");
            assertNotEquals(before.controls(), acme.postureNow().controls());

            erasing.erase(acme, new Target.Evidence(piece));
            Posture fresh = acme.posture(new AsOf(
                    Optional.of(before.validAt()),
                    new KnownAt.Through(state.times().size() - 1)));
            assertEquals(fresh.controls(), state.posture().controls(), "bytes that are gone are gone for every day");

            acme.lock();
            for (Executable asked : List.<Executable>of(state::posture, state::fleet)) {
                WorkspaceException locked = assertThrows(WorkspaceException.class, asked);
                assertEquals(Kind.LOCKED, locked.kind());
            }
        }
    }
}
