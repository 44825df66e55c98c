package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes artefacts and texts of a real pack; each has to be found and named.
@ExtendWith(PackToTamper.class)
class DisclosureTamperingTest {
    private final TamperedPack pack;

    DisclosureTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    @Test
    void swappedArtefactsAreNamedWithTheirEntry() throws Exception {
        List<String> artefacts = pack.names().stream()
                .filter(name -> name.contains("/01-") && !name.endsWith(".salt"))
                .toList();
        Map<String, Bytes> files = pack.copy();
        pack.swap(files, artefacts.get(0), artefacts.get(1));
        Report report = pack.verifyResigned(files);
        assertEquals(
                artefacts, report.defects().stream().map(Defect::file).sorted().toList());
        assertTrue(report.defects().stream().allMatch(defect -> defect.entry().isPresent()));
        pack.swap(files, artefacts.get(0) + ".salt", artefacts.get(1) + ".salt");
        assertEquals(2, pack.verifyResigned(files).defects().size());
    }

    @Test
    void aTextThatWasChangedIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("texts/6-note.txt", Bytes.utf8("Never rotated."));
        assertEquals(
                List.of("texts/6-note.txt"),
                pack.verifyResigned(files).defects().stream().map(Defect::file).toList());
    }

    @Test
    void aCommitmentThatNoEntryHoldsIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        Bytes salt = pack.file("texts/6-note.txt.salt");
        Bytes forged = Bytes.utf8("Never rotated.");
        String before =
                Digest.sha256(salt.concat(pack.file("texts/6-note.txt"))).hex();
        String after = Digest.sha256(salt.concat(forged)).hex();
        files.put("texts/6-note.txt", forged);
        files.put(
                "manifest.json", Bytes.utf8(pack.file("manifest.json").asUtf8().replace(before, after)));
        assertTrue(pack.names(pack.verifyResigned(files), "texts/6-note.txt", 6));
    }
}
