package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes which state a real pack says it shows; what is later has to be found and named.
@ExtendWith(PackToTamper.class)
class StateTamperingTest {
    private final TamperedPack pack;

    StateTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    /// The manifest, resigned, with one word of it replaced.
    private Report withManifest(String before, String after) throws Exception {
        Map<String, Bytes> files = pack.copy();
        String manifest = pack.file("manifest.json").asUtf8();
        assertTrue(manifest.contains(before), before);
        files.put("manifest.json", Bytes.utf8(manifest.replace(before, after)));
        return pack.verifyResigned(files);
    }

    @Test
    void thePackSaysWhichStateItShowsAndTheVerifierSaysItToo() throws Exception {
        Report report = pack.verify(pack.copy());
        long size = report.checkpoint().orElseThrow().size();
        assertTrue(report.text(pack.sample().now())
                .contains("as of    " + pack.sample().now() + ", as known at "
                        + pack.sample().now() + ": the first " + size + " of " + size + " entries count"));
    }

    @Test
    void whatIsLaterThanTheStateThatThePackSaysItShowsIsADefectOfThatEntry() throws Exception {
        String now = pack.sample().now().toString();
        long size = pack.verify(pack.copy()).checkpoint().orElseThrow().size();
        String counted = "\"entries\":" + size + ",\"knownAt\"";
        long last = size - 1;
        String lastFile = "ledger/entries/" + last + ".json";
        assertTrue(pack.names(withManifest(counted, "\"entries\":" + last + ",\"knownAt\""), lastFile, last));
        assertTrue(pack.names(withManifest(counted, "\"entries\":" + (size + 1) + ",\"knownAt\""), "manifest.json"));
        assertTrue(pack.names(withManifest(counted, "\"entries\":0,\"knownAt\""), "manifest.json"));
        String known = "\"knownAt\":\"" + now + "\",\"knownBy\":\"";
        String earlier = "\"knownAt\":\"" + pack.sample().now().minusSeconds(1) + "\",\"knownBy\":\"";
        assertTrue(pack.names(withManifest(known + "everything", earlier + "time"), lastFile, last));
        assertTrue(pack.names(withManifest(known + "everything", earlier + "entry"), lastFile, last));
        assertEquals(
                List.of(), withManifest(known + "everything", known + "time").defects());
        assertEquals(
                List.of(), withManifest(known + "everything", known + "entry").defects());
        String valid = "\"validAt\":\"";
        assertTrue(pack.names(
                withManifest(valid + now, valid + pack.sample().now().minusSeconds(1)), "ledger/entries/6.json", 6));
        assertTrue(pack.names(withManifest("\"knownBy\":\"everything\"", "\"knownBy\":\"hearsay\""), "manifest.json"));
    }
}
