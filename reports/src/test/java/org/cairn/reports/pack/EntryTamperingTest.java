package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes what a real pack shows of the ledger; each has to be found and named.
@ExtendWith(PackToTamper.class)
class EntryTamperingTest {
    private final TamperedPack pack;

    EntryTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    @Test
    void anEntryCopiedToAnotherIndexIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("ledger/entries/9.json", pack.file("ledger/entries/6.json"));
        files.put("ledger/proofs/9.tlog-proof", pack.file("ledger/proofs/6.tlog-proof"));
        assertTrue(pack.names(pack.verifyResigned(files), "ledger/proofs/9.tlog-proof", 9));
    }

    @Test
    void swappedEntriesAreNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        pack.swap(files, "ledger/entries/4.json", "ledger/entries/5.json");
        Report report = pack.verifyResigned(files);
        assertTrue(pack.names(report, "ledger/entries/4.json", 4) && pack.names(report, "ledger/entries/5.json", 5));
    }

    @Test
    void entriesSwappedWithTheirProofsAreNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        pack.swap(files, "ledger/entries/4.json", "ledger/entries/5.json");
        pack.swap(files, "ledger/proofs/4.tlog-proof", "ledger/proofs/5.tlog-proof");
        Report report = pack.verifyResigned(files);
        assertTrue(pack.names(report, "ledger/proofs/4.tlog-proof", 4)
                && pack.names(report, "ledger/proofs/5.tlog-proof", 5));
    }

    @Test
    void aProofOfTheWrongLengthIsNamed() throws Exception {
        List<String> lines = new ArrayList<>(
                List.of(pack.file("ledger/proofs/4.tlog-proof").asUtf8().split("\n", -1)));
        for (boolean longer : new boolean[] {true, false}) {
            List<String> changed = new ArrayList<>(lines);
            if (longer) {
                changed.add(2, changed.get(2));
            } else {
                changed.remove(2);
            }
            Map<String, Bytes> files = pack.copy();
            files.put("ledger/proofs/4.tlog-proof", Bytes.utf8(String.join("\n", changed)));
            assertTrue(pack.names(pack.verifyResigned(files), "ledger/entries/4.json", 4));
        }
    }

    @Test
    void anOlderCheckpointOfTheSameLogIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("ledger/checkpoint", pack.sample().early().encode());
        Report report = pack.verifyResigned(files);
        assertTrue(pack.names(report, "manifest.json"), report.defects().toString());
        assertTrue(pack.names(report, "ledger/proofs/4.tlog-proof", 4));
    }

    @Test
    void anEntryThatWasChangedIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        Map<String, Bytes> files = pack.copy();
        String entry = pack.file("ledger/entries/6.json").asUtf8();
        int signature = entry.indexOf("\"sig\":\"") + 7;
        char other = entry.charAt(signature) == 'A' ? 'B' : 'A';
        files.put(
                "ledger/entries/6.json",
                Bytes.utf8(entry.substring(0, signature) + other + entry.substring(signature + 1)));
        assertTrue(pack.names(pack.verifyResigned(files), "ledger/entries/6.json", 6));
    }

    @Test
    void withoutItsEnrolmentAKeySignsNothing() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.remove("ledger/entries/2.json");
        files.remove("ledger/proofs/2.tlog-proof");
        assertEquals(
                List.of("ledger/entries/2.json", "ledger/proofs/2.tlog-proof"),
                pack.verifyResigned(files).missing());
        String manifest = pack.file("manifest.json").asUtf8();
        String unclaimed = manifest.replaceAll("\\{\"entry\":2,[^}]*\"role\":\"COLLECTOR\"},?", "")
                .replaceAll(",(?=\\],\"issuedAt\")", "");
        assertTrue(unclaimed.length() < manifest.length());
        files.put("manifest.json", Bytes.utf8(unclaimed));
        Report report = pack.verifyResigned(files);
        assertTrue(pack.names(report, "ledger/entries/4.json", 4), report.toString());
        assertTrue(pack.names(report, "ledger/entries/5.json", 5), report.toString());
    }
}
