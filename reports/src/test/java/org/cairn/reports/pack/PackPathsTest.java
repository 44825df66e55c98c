package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @Property
    void whateverTheNameItStaysOneSafePart(@ForAll String name) {
        assertTrue(
                PackPaths.safe(name).matches("[A-Za-z0-9_]([A-Za-z0-9._-]{0,58}[A-Za-z0-9_])?"), PackPaths.safe(name));
    }
}
