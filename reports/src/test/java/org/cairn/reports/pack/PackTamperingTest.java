package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.proof.Verdict;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes the files of a real pack in every way we could think of; each has to be found and named.
@ExtendWith(PackToTamper.class)
class PackTamperingTest {
    private final TamperedPack pack;

    PackTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    @Test
    void unpackingAndPackingAgainChangesNothing() throws Exception {
        Report report = pack.verify(pack.copy());
        assertEquals(List.of(), report.defects());
        assertEquals(List.of(), report.missing());
    }

    @Test
    void signingTheSameFilesAgainStaysIntact() throws Exception {
        assertEquals(List.of(), pack.verifyResigned(pack.copy()).defects());
    }

    @Test
    void aFlippedByteOrAMissingHalfInAnyFileBreaksThePackAndNamesTheFile() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (String name : pack.names()) {
            Bytes content = pack.file(name);
            for (Bytes changed :
                    List.of(PackZip.flip(content, content.size() / 2), content.slice(0, content.size() / 2))) {
                Map<String, Bytes> files = pack.copy();
                files.put(name, changed);
                Report report = pack.verify(files);
                boolean named =
                        name.equals("SHA256SUMS") ? pack.names(report, "SHA256SUMS.p7s") : pack.names(report, name);
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
        for (String name : pack.names()) {
            Map<String, Bytes> files = pack.copy();
            files.remove(name);
            Report report = pack.verify(files);
            if (!report.missing().equals(List.of(name)) || report.exitCode() != 2) {
                unnoticed.add(name + ": missing " + report.missing() + ", defects " + report.defects());
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void aMissingAndAChangedFileAreBothTold() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.remove("report.pdf");
        files.put("ledger/policy", Bytes.utf8("quorum none\n"));
        Report report = pack.verify(files);
        assertTrue(report.verdict() instanceof Verdict.Broken);
        assertEquals(List.of("report.pdf"), report.missing());
        assertTrue(pack.names(report, "ledger/policy"));
    }

    @Test
    void allDefectsAreReportedNotTheFirst() throws Exception {
        Map<String, Bytes> files = pack.copy();
        for (String name : List.of("report.pdf", "ledger/entries/4.json", "texts/1-name.txt", "certificates/crl.pem")) {
            files.put(name, PackZip.flip(pack.file(name), pack.file(name).size() / 2));
        }
        Report report = pack.verify(files);
        for (String name : List.of("report.pdf", "ledger/entries/4.json", "texts/1-name.txt", "certificates/crl.pem")) {
            assertTrue(pack.names(report, name), name + " in " + report.defects());
        }
    }

    @Test
    void anAddedFileIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("evidence/LOG-1/extra.txt", Bytes.utf8("extra"));
        assertTrue(pack.names(pack.verify(files), "evidence/LOG-1/extra.txt"));
        assertTrue(pack.names(pack.verifyResigned(files), "evidence/LOG-1/extra.txt"));
    }

    @Test
    void anotherFrameworkTextThanTheAdoptedOneIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("frameworks/dora.json", pack.file("frameworks/dora.json").concat(Bytes.utf8(" ")));
        assertTrue(pack.names(pack.verifyResigned(files), "frameworks/dora.json"));
    }
}
