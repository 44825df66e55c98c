package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Verdict;
import org.cairn.reports.sign.HashAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pack of March 2026, whose signer's certificate ends in 2029, judged in 2037.
class LongTermTest {
    private static final Instant IN_2037 = Instant.parse("2037-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private Path packs;
    private Path pack;
    private Path record;
    private Path root;

    @BeforeEach
    void makeThePack() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        packs = Files.createDirectory(temporary.resolve("packs"));
        pack = packs.resolve("dora.zip");
        record = packs.resolve("dora.zip.ers");
        root = temporary.resolve("root.der");
        try (Workspace workspace = fixture.found()) {
            Files.write(root, workspace.keyring().documents().root().getEncoded());
            workspace.pack(
                    new PackRequest(new FrameworkId("dora"), "full", pack, Set.of(), AsOf.now(), Language.EN),
                    Progress.silent());
            workspace.timeStamps().use(new StampSource.Own());
        }
    }

    private void renewIn(String year, Optional<HashAlgorithm> algorithm) throws Exception {
        fixture.clock.moveBy(Duration.between(fixture.clock.instant(), Instant.parse(year + "-06-01T00:00:00Z")));
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            workspace.renewal().renew(List.of(packs), algorithm, List.of());
        }
    }

    private Verification judged(Optional<Path> named, Map<HashAlgorithm, Instant> weakFrom) throws Exception {
        return WorkspaceVerifier.provenLongTerm(
                WorkspaceVerifier.verify(pack), pack, new LongTermRequest(named, List.of(root), weakFrom, IN_2037));
    }

    private static String defects(Verification verification) {
        return assertInstanceOf(Verdict.Broken.class, verification.verdict())
                .defects()
                .toString();
    }

    @Test
    void aPackIsProvenIn2037ByItsRenewedRecordAndNotWithoutIt() throws Exception {
        assertTrue(defects(judged(Optional.empty(), Map.of())).contains("nothing shows when it existed"));
        renewIn("2027", Optional.empty());
        assertTrue(judgedWithoutRoot().notes().toString().contains("not checked: the evidence record"));
        assertAChangedPackIsNotRenewed("2028");
        renewIn("2031", Optional.of(HashAlgorithm.SHA_512));
        var weak = Map.of(HashAlgorithm.SHA_256, Instant.parse("2033-01-01T00:00:00Z"));
        Verification proven = judged(Optional.empty(), weak);
        assertInstanceOf(Verdict.Intact.class, proven.verdict());
        String said = proven.checked().toString();
        assertTrue(said.contains("can be shown to have existed by 2027-06-01T"), said);
        assertTrue(proven.notes().toString().contains("whether an authority revoked its certificates"));
        assertARevocationListIsAsked();
        Files.delete(record);
        renewIn("2032", Optional.empty());
        assertTrue(defects(judged(Optional.empty(), Map.of())).contains("ended 2029-"), "stamped after its end");
        assertTrue(defects(judged(Optional.empty(), weak)).contains("SHA-256 is not relied on from 2033"));
    }

    private void assertARevocationListIsAsked() throws Exception {
        Path list = temporary.resolve("authority.crl");
        try (Workspace workspace = fixture.open(Access.READ)) {
            Files.write(
                    list,
                    workspace
                            .keyring()
                            .authority()
                            .revocationList(InstantSource.fixed(IN_2037))
                            .toByteArray());
        }
        var request = new LongTermRequest(Optional.empty(), List.of(root), Map.of(), IN_2037, List.of(list));
        Verification asked = WorkspaceVerifier.provenLongTerm(WorkspaceVerifier.verify(pack), pack, request);
        assertInstanceOf(Verdict.Intact.class, asked.verdict());
        assertTrue(asked.checked().toString().contains("held against the revocation lists given"));
        assertFalse(asked.notes().toString().contains("revoked"), asked.notes().toString());
    }

    private Verification judgedWithoutRoot() throws Exception {
        var request = new LongTermRequest(Optional.empty(), List.of(), Map.of(), IN_2037);
        Verification verification = WorkspaceVerifier.provenLongTerm(WorkspaceVerifier.verify(pack), pack, request);
        assertInstanceOf(Verdict.Intact.class, verification.verdict());
        return verification;
    }

    private void assertAChangedPackIsNotRenewed(String year) throws Exception {
        byte[] original = Files.readAllBytes(pack);
        byte[] before = Files.readAllBytes(record);
        Files.write(pack, new byte[] {0}, StandardOpenOption.APPEND);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> renewIn(year, Optional.empty()));
        assertTrue(String.valueOf(refused.getMessage()).contains("No record was changed"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(record));
        Files.write(pack, original);
    }
}
