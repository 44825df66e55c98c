package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes what a real pack says of witnesses; each has to be found and named.
@ExtendWith(PackToTamper.class)
class WitnessTamperingTest {
    private final TamperedPack pack;

    WitnessTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    @Test
    void aForgedCosignatureIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        String name = "ledger/witnessed/3.note";
        List<String> lines = pack.file(name).asUtf8().lines().toList();
        for (int i = 4; i < lines.size(); i++) {
            char last = lines.get(i).charAt(100);
            List<String> changed = new ArrayList<>(lines);
            changed.set(
                    i,
                    lines.get(i).substring(0, 100)
                            + (last == 'A' ? 'B' : 'A')
                            + lines.get(i).substring(101));
            Map<String, Bytes> files = pack.copy();
            files.put(name, Bytes.utf8(String.join("\n", changed) + "\n"));
            Report report = pack.verifyResigned(files);
            assertTrue(pack.names(report, name), "line " + i + ": " + report.defects());
            assertEquals(1, report.exitCode());
        }
    }

    @Test
    void aCosignatureOverAnotherHistoryIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        Digest other = Digest.sha256(Bytes.utf8("another root"));
        files.put("ledger/witnessed/3.note", pack.sample().cosigned(3, other).encode());
        Report report = pack.verifyResigned(files);
        assertTrue(
                pack.names(report, "ledger/witnessed/3.proof"), report.defects().toString());
    }

    @Test
    void withoutItsProofAStateThatWitnessesCosignedDoesNotCount() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.remove("ledger/witnessed/3.proof");
        Report report = pack.verify(files);
        assertEquals(0, report.witnesses().orElseThrow().statement().vouching().size());
        assertTrue(
                report.missing().contains("ledger/witnessed/3.proof"),
                report.missing().toString());
    }

    @Test
    void aLineByNobodyThePolicyNamesIsADefect() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put(
                "ledger/policy",
                Bytes.utf8(pack.file("ledger/policy")
                        .asUtf8()
                        .replaceAll("(?m)^(witness|group).*\n", "")
                        .replaceFirst("quorum .*", "quorum none")));
        Report report = pack.verifyResigned(files);
        assertTrue(
                pack.names(report, "ledger/witnessed/3.note"), report.defects().toString());
    }

    @Test
    void theAuditorsOwnPolicyDecidesAboutTheQuorum() throws Exception {
        Path zip = PackZip.write(pack.folder().resolve("policy.zip"), pack.copy());
        WitnessPolicy own = WitnessPolicy.parse(pack.file("ledger/policy"));
        Report met = PackVerification.verify(zip, Optional.empty(), Optional.of(own));
        assertEquals(0, met.exitCode(), met.missing().toString());
        assertEquals(Report.Source.GIVEN, met.witnesses().orElseThrow().policy());
        NoteKey somebody = new NoteKey(
                "else.example",
                NoteKey.Algorithm.ED25519_COSIGNATURE,
                own.logs().getFirst().publicKey());
        WitnessPolicy other =
                WitnessPolicy.of(own.logs(), List.of(new WitnessPolicy.Party("else", List.of(somebody), 1)), 1);
        Report missed = PackVerification.verify(zip, Optional.empty(), Optional.of(other));
        assertEquals(2, missed.exitCode());
        assertTrue(
                missed.missing().getFirst().contains("the quorum of 1 that the given policy asks for; 0 of its 1"),
                missed.missing().toString());
        NoteKey otherLog = new NoteKey(
                "log.example", NoteKey.Algorithm.ED25519, own.logs().getFirst().publicKey());
        Report stranger = PackVerification.verify(
                zip, Optional.empty(), Optional.of(WitnessPolicy.withoutWitnesses(List.of(otherLog))));
        assertEquals(1, stranger.exitCode());
        assertTrue(pack.names(stranger, "ledger/checkpoint"));
    }

    @Test
    void aPolicyThatNoEntryBacksIsNamed() throws Exception {
        assertEquals(List.of(), policyDefects(pack.file("ledger/policy").asUtf8()));
        assertEquals(
                List.of(Defect.ofEntry("ledger/policy", 8, "leaves out the witness anna, whom the entry asks")),
                policyDefects(pack.file("ledger/policy")
                                .asUtf8()
                                .replaceAll("(?m)^(witness|group).*\n", "")
                                .replaceFirst("quorum .*", "quorum none"))
                        .subList(0, 1));
        WitnessPolicy own = WitnessPolicy.parse(pack.file("ledger/policy"));
        WitnessPolicy.Party anna = own.parties().getFirst();
        NoteKey strange = new NoteKey(
                "eve.example",
                NoteKey.Algorithm.ED25519_COSIGNATURE,
                own.logs().getFirst().publicKey());
        WitnessPolicy.Party eve = new WitnessPolicy.Party("eve", List.of(strange), 1);
        assertEquals(
                List.of(Defect.inFile("ledger/policy", "names the witness eve, whom no entry of the pack trusts")),
                policyDefects(WitnessPolicy.of(own.logs(), List.of(anna, eve), 1)
                        .encode()
                        .asUtf8()));
        WitnessPolicy.Party half =
                new WitnessPolicy.Party("anna", List.of(anna.keys().getFirst()), 1);
        assertTrue(policyDefects(
                        WitnessPolicy.of(own.logs(), List.of(half), 1).encode().asUtf8())
                .contains(Defect.ofEntry("ledger/policy", 7, "gives the witness anna other keys than the entry does")));
        assertEquals(
                List.of(Defect.ofEntry("ledger/policy", 8, "asks for cosignatures in another way than the entry does")),
                policyDefects(WitnessPolicy.of(own.logs(), List.of(new WitnessPolicy.Party("anna", anna.keys(), 1)), 1)
                        .encode()
                        .asUtf8()));
    }

    /// Of a pack that the owner of the keys signed again.
    private List<Defect> policyDefects(String policy) throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("ledger/policy", Bytes.utf8(policy));
        return pack.verifyResigned(files).defects().stream()
                .filter(defect -> defect.file().equals("ledger/policy"))
                .toList();
    }
}
