package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Verdict;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes a real pack in every way we could think of; each has to be found and named.
class PackTamperingTest {
    @TempDir
    private static Path folder;

    private static SampleWorkspace sample;
    private static Map<String, Bytes> original;

    @BeforeAll
    static void writePack() throws Exception {
        sample = new SampleWorkspace(folder.resolve("workspace"));
        sample.writer().write(sample.content(), folder.resolve("original.zip"));
        original = PackZip.read(folder.resolve("original.zip"));
    }

    @AfterAll
    static void close() throws Exception {
        sample.close();
    }

    private static Report verify(Map<String, Bytes> files) throws IOException, RefusedInput {
        return PackVerification.verify(PackZip.write(folder.resolve("changed.zip"), files));
    }

    /// Verifies what the owner of the keys would have signed again.
    private static Report verifyResigned(Map<String, Bytes> files) throws IOException, RefusedInput, PackException {
        PackZip.resign(files, sample.signer());
        return verify(files);
    }

    private static Bytes file(String name) {
        return Objects.requireNonNull(original.get(name), name);
    }

    private static Map<String, Bytes> copy() {
        return new TreeMap<>(original);
    }

    private static boolean names(Report report, String file) {
        return report.defects().stream().anyMatch(defect -> defect.file().equals(file));
    }

    private static boolean names(Report report, String file, long entry) {
        return report.defects().stream()
                .anyMatch(defect -> defect.file().equals(file) && defect.entry().equals(Optional.of(entry)));
    }

    private static void swap(Map<String, Bytes> files, String one, String other) {
        files.put(one, file(other));
        files.put(other, file(one));
    }

    @Test
    void unpackingAndPackingAgainChangesNothing() throws Exception {
        Report report = verify(copy());
        assertEquals(List.of(), report.defects());
        assertEquals(List.of(), report.missing());
    }

    /// The manifest, resigned, with one word of it replaced.
    private static Report withManifest(String before, String after) throws Exception {
        Map<String, Bytes> files = copy();
        String manifest = file("manifest.json").asUtf8();
        assertTrue(manifest.contains(before), before);
        files.put("manifest.json", Bytes.utf8(manifest.replace(before, after)));
        return verifyResigned(files);
    }

    @Test
    void thePackSaysWhichStateItShowsAndTheVerifierSaysItToo() throws Exception {
        Report report = verify(copy());
        long size = report.checkpoint().orElseThrow().size();
        assertTrue(report.text(sample.now())
                .contains("as of    " + sample.now() + ", as known at " + sample.now() + ": the first " + size + " of "
                        + size + " entries count"));
    }

    @Test
    void whatIsLaterThanTheStateThatThePackSaysItShowsIsADefectOfThatEntry() throws Exception {
        String now = sample.now().toString();
        long size = verify(copy()).checkpoint().orElseThrow().size();
        String counted = "\"entries\":" + size + ",\"knownAt\"";
        long answer = size - 1;
        String answerFile = "ledger/entries/" + answer + ".json";
        assertTrue(names(withManifest(counted, "\"entries\":" + answer + ",\"knownAt\""), answerFile, answer));
        assertTrue(names(withManifest(counted, "\"entries\":" + (size + 1) + ",\"knownAt\""), "manifest.json"));
        assertTrue(names(withManifest(counted, "\"entries\":0,\"knownAt\""), "manifest.json"));
        String known = "\"knownAt\":\"" + now + "\",\"knownBy\":\"";
        String earlier = "\"knownAt\":\"" + sample.now().minusSeconds(1) + "\",\"knownBy\":\"";
        assertTrue(names(withManifest(known + "everything", earlier + "time"), answerFile, answer));
        assertTrue(names(withManifest(known + "everything", earlier + "entry"), answerFile, answer));
        assertEquals(
                List.of(), withManifest(known + "everything", known + "time").defects());
        assertEquals(
                List.of(), withManifest(known + "everything", known + "entry").defects());
        String valid = "\"validAt\":\"";
        assertTrue(names(withManifest(valid + now, valid + sample.now().minusSeconds(1)), answerFile, answer));
        assertTrue(names(withManifest("\"knownBy\":\"everything\"", "\"knownBy\":\"hearsay\""), "manifest.json"));
    }

    @Test
    void signingTheSameFilesAgainStaysIntact() throws Exception {
        assertEquals(List.of(), verifyResigned(copy()).defects());
    }

    @Test
    void aFlippedByteOrAMissingHalfInAnyFileBreaksThePackAndNamesTheFile() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (String name : original.keySet()) {
            Bytes content = file(name);
            for (Bytes changed :
                    List.of(PackZip.flip(content, content.size() / 2), content.slice(0, content.size() / 2))) {
                Map<String, Bytes> files = copy();
                files.put(name, changed);
                Report report = verify(files);
                boolean named = name.equals("SHA256SUMS") ? names(report, "SHA256SUMS.p7s") : names(report, name);
                if (!named || report.exitCode() != 1) {
                    unnoticed.add(name + ": " + report.defects());
                }
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void aMissingFileMakesThePackIncompleteAndIsNamed() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (String name : original.keySet()) {
            Map<String, Bytes> files = copy();
            files.remove(name);
            Report report = verify(files);
            if (!report.missing().equals(List.of(name)) || report.exitCode() != 2) {
                unnoticed.add(name + ": missing " + report.missing() + ", defects " + report.defects());
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void aMissingAndAChangedFileAreBothTold() throws Exception {
        Map<String, Bytes> files = copy();
        files.remove("report.pdf");
        files.put("ledger/policy", Bytes.utf8("quorum none\n"));
        Report report = verify(files);
        assertTrue(report.verdict() instanceof Verdict.Broken);
        assertEquals(List.of("report.pdf"), report.missing());
        assertTrue(names(report, "ledger/policy"));
    }

    @Test
    void allDefectsAreReportedNotTheFirst() throws Exception {
        Map<String, Bytes> files = copy();
        for (String name : List.of("report.pdf", "ledger/entries/4.json", "texts/1-name.txt", "certificates/crl.pem")) {
            files.put(name, PackZip.flip(file(name), file(name).size() / 2));
        }
        Report report = verify(files);
        for (String name : List.of("report.pdf", "ledger/entries/4.json", "texts/1-name.txt", "certificates/crl.pem")) {
            assertTrue(names(report, name), name + " in " + report.defects());
        }
    }

    @Test
    void anAddedFileIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("evidence/LOG-1/extra.txt", Bytes.utf8("extra"));
        assertTrue(names(verify(files), "evidence/LOG-1/extra.txt"));
        assertTrue(names(verifyResigned(files), "evidence/LOG-1/extra.txt"));
    }

    @Test
    void anEntryCopiedToAnotherIndexIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("ledger/entries/7.json", file("ledger/entries/6.json"));
        files.put("ledger/proofs/7.tlog-proof", file("ledger/proofs/6.tlog-proof"));
        assertTrue(names(verifyResigned(files), "ledger/proofs/7.tlog-proof", 7));
    }

    @Test
    void swappedEntriesAreNamed() throws Exception {
        Map<String, Bytes> files = copy();
        swap(files, "ledger/entries/4.json", "ledger/entries/5.json");
        Report report = verifyResigned(files);
        assertTrue(names(report, "ledger/entries/4.json", 4) && names(report, "ledger/entries/5.json", 5));
    }

    @Test
    void entriesSwappedWithTheirProofsAreNamed() throws Exception {
        Map<String, Bytes> files = copy();
        swap(files, "ledger/entries/4.json", "ledger/entries/5.json");
        swap(files, "ledger/proofs/4.tlog-proof", "ledger/proofs/5.tlog-proof");
        Report report = verifyResigned(files);
        assertTrue(names(report, "ledger/proofs/4.tlog-proof", 4) && names(report, "ledger/proofs/5.tlog-proof", 5));
    }

    @Test
    void aProofOfTheWrongLengthIsNamed() throws Exception {
        List<String> lines = new ArrayList<>(
                List.of(file("ledger/proofs/4.tlog-proof").asUtf8().split("\n", -1)));
        for (boolean longer : new boolean[] {true, false}) {
            List<String> changed = new ArrayList<>(lines);
            if (longer) {
                changed.add(2, changed.get(2));
            } else {
                changed.remove(2);
            }
            Map<String, Bytes> files = copy();
            files.put("ledger/proofs/4.tlog-proof", Bytes.utf8(String.join("\n", changed)));
            assertTrue(names(verifyResigned(files), "ledger/entries/4.json", 4));
        }
    }

    @Test
    void anOlderCheckpointOfTheSameLogIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("ledger/checkpoint", sample.early().encode());
        Report report = verifyResigned(files);
        assertTrue(names(report, "manifest.json"), report.defects().toString());
        assertTrue(names(report, "ledger/proofs/4.tlog-proof", 4));
    }

    @Test
    void anEntryThatWasChangedIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        Map<String, Bytes> files = copy();
        String entry = file("ledger/entries/6.json").asUtf8();
        int signature = entry.indexOf("\"sig\":\"") + 7;
        char other = entry.charAt(signature) == 'A' ? 'B' : 'A';
        files.put(
                "ledger/entries/6.json",
                Bytes.utf8(entry.substring(0, signature) + other + entry.substring(signature + 1)));
        assertTrue(names(verifyResigned(files), "ledger/entries/6.json", 6));
    }

    @Test
    void aForgedCosignatureIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        String name = "ledger/witnessed/3.note";
        List<String> lines = file(name).asUtf8().lines().toList();
        for (int i = 4; i < lines.size(); i++) {
            char last = lines.get(i).charAt(100);
            List<String> changed = new ArrayList<>(lines);
            changed.set(
                    i,
                    lines.get(i).substring(0, 100)
                            + (last == 'A' ? 'B' : 'A')
                            + lines.get(i).substring(101));
            Map<String, Bytes> files = copy();
            files.put(name, Bytes.utf8(String.join("\n", changed) + "\n"));
            Report report = verifyResigned(files);
            assertTrue(names(report, name), "line " + i + ": " + report.defects());
            assertEquals(1, report.exitCode());
        }
    }

    @Test
    void aCosignatureOverAnotherHistoryIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        Digest other = Digest.sha256(Bytes.utf8("another root"));
        files.put("ledger/witnessed/3.note", sample.cosigned(3, other).encode());
        Report report = verifyResigned(files);
        assertTrue(names(report, "ledger/witnessed/3.proof"), report.defects().toString());
    }

    @Test
    void withoutItsProofAStateThatWitnessesCosignedDoesNotCount() throws Exception {
        Map<String, Bytes> files = copy();
        files.remove("ledger/witnessed/3.proof");
        Report report = verify(files);
        assertEquals(0, report.witnesses().orElseThrow().statement().vouching().size());
        assertTrue(
                report.missing().contains("ledger/witnessed/3.proof"),
                report.missing().toString());
    }

    @Test
    void aLineByNobodyThePolicyNamesIsADefect() throws Exception {
        Map<String, Bytes> files = copy();
        files.put(
                "ledger/policy",
                Bytes.utf8(file("ledger/policy")
                        .asUtf8()
                        .replaceAll("(?m)^(witness|group).*\n", "")
                        .replaceFirst("quorum .*", "quorum none")));
        Report report = verifyResigned(files);
        assertTrue(names(report, "ledger/witnessed/3.note"), report.defects().toString());
    }

    @Test
    void theAuditorsOwnPolicyDecidesAboutTheQuorum() throws Exception {
        Path zip = PackZip.write(folder.resolve("policy.zip"), copy());
        WitnessPolicy own = WitnessPolicy.parse(file("ledger/policy"));
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
        assertTrue(names(stranger, "ledger/checkpoint"));
    }

    @Test
    void swappedArtefactsAreNamedWithTheirEntry() throws Exception {
        List<String> artefacts = original.keySet().stream()
                .filter(name -> name.contains("/01-") && !name.endsWith(".salt"))
                .toList();
        Map<String, Bytes> files = copy();
        swap(files, artefacts.get(0), artefacts.get(1));
        Report report = verifyResigned(files);
        assertEquals(
                artefacts, report.defects().stream().map(Defect::file).sorted().toList());
        assertTrue(report.defects().stream().allMatch(defect -> defect.entry().isPresent()));
        swap(files, artefacts.get(0) + ".salt", artefacts.get(1) + ".salt");
        assertEquals(2, verifyResigned(files).defects().size());
    }

    @Test
    void aTextThatWasChangedIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("texts/6-note.txt", Bytes.utf8("Never rotated."));
        assertEquals(
                List.of("texts/6-note.txt"),
                verifyResigned(files).defects().stream().map(Defect::file).toList());
    }

    @Test
    void aCommitmentThatNoEntryHoldsIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        Bytes salt = file("texts/6-note.txt.salt");
        Bytes forged = Bytes.utf8("Never rotated.");
        String before = Digest.sha256(salt.concat(file("texts/6-note.txt"))).hex();
        String after = Digest.sha256(salt.concat(forged)).hex();
        files.put("texts/6-note.txt", forged);
        files.put("manifest.json", Bytes.utf8(file("manifest.json").asUtf8().replace(before, after)));
        assertTrue(names(verifyResigned(files), "texts/6-note.txt", 6));
    }

    @Test
    void withoutItsEnrolmentAKeySignsNothing() throws Exception {
        Map<String, Bytes> files = copy();
        files.remove("ledger/entries/2.json");
        files.remove("ledger/proofs/2.tlog-proof");
        assertEquals(
                List.of("ledger/entries/2.json", "ledger/proofs/2.tlog-proof"),
                verifyResigned(files).missing());
        String manifest = file("manifest.json").asUtf8();
        String unclaimed = manifest.replaceAll("\\{\"entry\":2,[^}]*\"role\":\"COLLECTOR\"},?", "")
                .replaceAll(",(?=\\],\"issuedAt\")", "");
        assertTrue(unclaimed.length() < manifest.length());
        files.put("manifest.json", Bytes.utf8(unclaimed));
        Report report = verifyResigned(files);
        assertTrue(names(report, "ledger/entries/4.json", 4), report.toString());
        assertTrue(names(report, "ledger/entries/5.json", 5), report.toString());
    }

    @Test
    void anotherOwnersSignatureIsNamed() throws Exception {
        try (var stranger = new SampleWorkspace(folder.resolve("stranger"))) {
            Map<String, Bytes> files = copy();
            PackZip.resign(files, stranger.signer());
            Report report = verify(files);
            assertEquals(
                    List.of("SHA256SUMS.ed25519", "SHA256SUMS.mldsa44", "SHA256SUMS.p7s"),
                    report.defects().stream().map(Defect::file).sorted().toList());
        }
    }

    @Test
    void anotherFrameworkTextThanTheAdoptedOneIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("frameworks/dora.json", file("frameworks/dora.json").concat(Bytes.utf8(" ")));
        assertTrue(names(verifyResigned(files), "frameworks/dora.json"));
    }

    @Test
    void anUnsignedReportOrWorkbookIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("report.pdf", Bytes.utf8("%PDF-1.7\n%%EOF\n"));
        files.put(
                "workbook.xlsx",
                Bytes.copyOf(Files.readAllBytes(PackZip.write(
                        folder.resolve("plain.xlsx"), Map.of("xl/workbook.xml", Bytes.utf8("<workbook/>"))))));
        assertEquals(
                List.of(
                        Defect.inFile("report.pdf", "has no signature"),
                        Defect.inFile("workbook.xlsx", "has no signature")),
                verifyResigned(files).defects());
    }

    @Test
    void aReportWithAnythingAppendedIsNamed() throws Exception {
        Map<String, Bytes> files = copy();
        files.put("report.pdf", file("report.pdf").concat(Bytes.utf8("\n%%EOF\n")));
        assertEquals(
                List.of(Defect.inFile("report.pdf", "its signature does not cover the whole file")),
                verifyResigned(files).defects());
    }

    @Test
    void aChangedReportIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        String text = new String(file("report.pdf").toByteArray(), StandardCharsets.ISO_8859_1);
        Map<String, Bytes> files = copy();
        files.put("report.pdf", PackZip.flip(file("report.pdf"), text.indexOf("/MediaBox") + 12));
        assertTrue(names(verifyResigned(files), "report.pdf"));
    }

    @Test
    void flippedBytesOfTheCmsSignatureAreFound() throws Exception {
        List<Integer> unnoticed = new ArrayList<>();
        Bytes cms = file("SHA256SUMS.p7s");
        for (int at = 0; at < cms.size(); at += 29) {
            Map<String, Bytes> files = copy();
            files.put("SHA256SUMS.p7s", PackZip.flip(cms, at));
            if (!names(verify(files), "SHA256SUMS.p7s")) {
                unnoticed.add(at);
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void theRootIsComparedWithTheFingerprintGiven() throws Exception {
        Path zip = folder.resolve("original.zip");
        Report trusting = PackVerification.verify(zip);
        assertEquals(
                Report.Source.THE_PACK_ITSELF, trusting.root().orElseThrow().source());
        assertTrue(trusting.text(Instant.EPOCH).contains("it came from the pack itself, so anyone could have made it"));
        Digest root = trusting.root().orElseThrow().fingerprint();
        Report given = PackVerification.verify(zip, Optional.of(root));
        assertEquals(Report.Source.GIVEN, given.root().orElseThrow().source());
        assertTrue(given.verdict() instanceof Verdict.Intact);
        Report other = PackVerification.verify(zip, Optional.of(Digest.sha256(Bytes.empty())));
        assertTrue(names(other, "certificates/root.pem"));
    }
}
