package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.witness.LogTrust;
import org.cairn.ledger.witness.WitnessAnswer;
import org.cairn.ledger.witness.WitnessAnswer.Cosigned;
import org.cairn.proof.Envelope;
import org.cairn.proof.SignedNote;
import org.cairn.proof.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two teams cosign each other; each one's state becomes an entry of the other.
class CrossSigningTest {
    @TempDir
    Path temporary;

    private WorkspaceFixture team(String name) throws Exception {
        return new WorkspaceFixture(Files.createDirectory(temporary.resolve(name)));
    }

    private static SignedNote crossSign(Workspace witness, Workspace log) throws Exception {
        WitnessRequest request = log.witnesses().request(Optional.empty(), Optional.empty());
        WitnessAnswer answer = witness.witnesses()
                .sign(request.request(), Optional.of(request.leaves()), new LogTrust.Keys(request.logKeys()));
        SignedNote note = request.request().note();
        for (var line : assertInstanceOf(Cosigned.class, answer).lines()) {
            note = note.with(line);
        }
        return note;
    }

    @Test
    void eachVouchesForTheOtherAndAnEntryOfOneProvesTheStateOfTheOther() throws Exception {
        WorkspaceFixture teamA = team("a");
        WorkspaceFixture teamB = team("b");
        try (Workspace a = teamA.found();
                Workspace b = teamB.found()) {
            a.witnesses()
                    .trust(
                            "team-b",
                            PublicKeys.read(teamB.folder.resolve("keys")).witness(),
                            Optional.empty());
            b.witnesses()
                    .trust(
                            "team-a",
                            PublicKeys.read(teamA.folder.resolve("keys")).witness(),
                            Optional.empty());
            AddedCosignature byA = b.witnesses().add(crossSign(a, b));
            AddedCosignature byB = a.witnesses().add(crossSign(b, a));
            WitnessStatus ofA = a.witnesses().status();
            assertEquals(
                    List.of(byA.at()),
                    ofA.recorded().stream()
                            .map(WitnessStatus.ForeignState::checkpoint)
                            .toList());
            assertEquals(byB.at(), ofA.statement().vouching().getFirst().at());
            assertEquals(Optional.of(byB.at().size()), ofA.statement().quorumSize());
            assertEquals(List.of(byA.at()), ofA.remembers());
            proves(a, ofA.recorded().getFirst().entry(), byA.at().text().asUtf8());
        }
        assertInstanceOf(
                org.cairn.proof.Verdict.Intact.class,
                WorkspaceVerifier.verify(teamA.folder).verdict());
        assertInstanceOf(
                org.cairn.proof.Verdict.Intact.class,
                WorkspaceVerifier.verify(teamB.folder).verdict());
    }

    /// What a stranger does: the entry's bytes hold the other's checkpoint, and the proof leads from them to A's.
    private static void proves(Workspace workspace, long entry, String checkpoint) throws Exception {
        ProofResult proof = workspace.prove(entry);
        TlogProof parsed = TlogProof.parse(proof.proof());
        assertTrue(parsed.proves(proof.leafHash()));
        String payload = Envelope.parse(proof.envelope()).payload().asUtf8();
        assertTrue(payload.contains(checkpoint.replace("\n", "\\n")), payload);
    }

    @Test
    void aTeamIsNoWitnessOfItselfAndNobodyCountsTwice() throws Exception {
        WorkspaceFixture teamA = team("a");
        WorkspaceFixture teamB = team("b");
        try (Workspace a = teamA.found();
                Workspace b = teamB.found()) {
            var own = PublicKeys.read(teamA.folder.resolve("keys"));
            var other = PublicKeys.read(teamB.folder.resolve("keys"));
            assertThrows(WorkspaceException.class, () -> a.witnesses().trust("me", own.witness(), Optional.empty()));
            a.witnesses().trust("b", other.witness(), Optional.empty());
            assertThrows(WorkspaceException.class, () -> a.witnesses().trust("b2", other.witness(), Optional.empty()));
            assertThrows(WorkspaceException.class, () -> a.witnesses().trust("c", other.log(), Optional.empty()));
            assertThrows(WorkspaceException.class, () -> crossSign(a, a));
            assertEquals(0, b.witnesses().status().statement().vouching().size());
        }
    }
}
