package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.junit.jupiter.api.Test;

class PackPathsTest {
    @Test
    void namesFromOutsideBecomeHarmless() {
        assertEquals("etc-audit-auditd.conf", PackPaths.safe("/etc/audit/auditd.conf"));
        assertEquals("etc-passwd", PackPaths.safe("../../etc/passwd"));
        assertEquals("C-Windows-system32", PackPaths.safe("C:\\Windows\\system32"));
        assertEquals("nft-j-list-ruleset", PackPaths.safe("nft -j list ruleset"));
        assertEquals("unnamed", PackPaths.safe("\u0000\u202e..."));
    }

    @Test
    void aSourceThatWasReadTwiceIsPackedOnce() {
        Digest digest = Digest.sha256(Bytes.empty());
        var ref = new PayloadRef(digest, digest, 0);
        var source = new Source("/etc/fstab", Source.How.FILE, Instant.EPOCH, digest, 0);
        var artefact = new EvidenceFolder.Artefact(0, source, ref);
        var folder =
                new EvidenceFolder(new EvidenceId(digest), 4, "Mounts", List.of(), ref, List.of(artefact, artefact));
        assertEquals(List.of(artefact), folder.artefacts());
        assertEquals(
                "evidence/unassigned/e3b0c44298fc/01-etc-fstab",
                PackPaths.of(List.of(folder)).artefact(folder.id(), 0, source.location()));
    }

    @Property
    void whateverTheNameItStaysOneSafePart(@ForAll String name) {
        assertTrue(
                PackPaths.safe(name).matches("[A-Za-z0-9_]([A-Za-z0-9._-]{0,58}[A-Za-z0-9_])?"), PackPaths.safe(name));
    }
}
