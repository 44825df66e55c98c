package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.cairn.app.redaction.Cut;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.RedactedCopy;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;
import org.cairn.reports.pdf.Depth;
import org.cairn.verifier.Report.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    private static final ControlId CONTROL = new ControlId("NET-4");
    private static final FrameworkId DORA = new FrameworkId("dora");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private Path policy;
    private Path pack;

    @BeforeEach
    void prepare() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        policy = Files.writeString(temporary.resolve("policy.txt"), "default deny, reviewed yearly");
        pack = temporary.resolve("dora.zip");
    }

    @Test
    void aPackHoldsAnswerNoteAndEvidenceAndVerifiesForAStranger() throws Exception {
        try (Workspace workspace = fixture.found()) {
            answer(workspace);
            List<String> steps = new ArrayList<>();
            IssuedPack issued = workspace.pack(request(Set.of()), step -> steps.add(step.what()));
            assertEquals(workspace.describe().rootFingerprint(), issued.rootFingerprint());
            assertEquals("Done", steps.getLast());
            Verification verification = WorkspaceVerifier.verify(pack, Optional.of(issued.rootFingerprint()));
            assertInstanceOf(Verdict.Intact.class, verification.verdict());
            assertEquals(Source.GIVEN, verification.root().orElseThrow().source());
            assertEquals("PackIssued", workspace.log().getLast().kind());
        }
        List<String> contents = contents();
        assertTrue(contents.contains("default deny, reviewed yearly"), "the artefact");
        assertTrue(contents.contains("the ruleset was reviewed"), "the note");
    }

    @Test
    void aPackOfAWorkspaceWithItsOwnAuthorityIsTimeStampedAndSaysWhoseTimeItIs() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.timeStamps().use(new StampSource.Own());
            assertEquals(new StampSource.Own(), workspace.timeStamps().source());
            workspace.pack(request(Set.of()), Progress.silent());
        }
        Verification verification = WorkspaceVerifier.verify(pack);
        assertInstanceOf(Verdict.Intact.class, verification.verdict());
        assertTrue(verification.notes().toString().contains("who made the time stamps"));
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertNotNull(zip.getEntry("SHA256SUMS.p7s.tsr"));
            assertNotNull(zip.getEntry("certificates/tsa-root.pem"));
        }
    }

    @Test
    void anAuthorityThatDoesNotAnswerMakesNoPack() throws Exception {
        try (Workspace workspace = fixture.found()) {
            Bytes root = Bytes.copyOf(workspace.keyring().documents().root().getEncoded());
            Path silent = Files.createDirectory(temporary.resolve("authority"));
            workspace.timeStamps().use(TimeStamps.folder(silent, root, Duration.ofSeconds(1)));
            WorkspaceException refused =
                    assertThrows(WorkspaceException.class, () -> workspace.pack(request(Set.of()), Progress.silent()));
            assertTrue(String.valueOf(refused.getMessage()).contains("was not answered by"), refused.getMessage());
            assertFalse(Files.exists(pack));
        }
    }

    @Test
    void withheldEvidenceStaysHereAndItsRedactedCopyGoesOutNamingItByTheLedgersCommitment() throws Exception {
        try (Workspace workspace = fixture.found()) {
            EvidenceId id = answer(workspace);
            RecordedEvidence copy = workspace
                    .redacting()
                    .record(new RedactionRequest(
                            id,
                            OptionalInt.empty(),
                            List.of(new Cut.Words("reviewed yearly")),
                            "dates of reviews",
                            List.of(CONTROL)));
            // the original of another copy counts no more, so that no pack holds it
            EvidenceId old = workspace.attach(policy, CONTROL, "Old policy");
            workspace
                    .redacting()
                    .record(new RedactionRequest(
                            old, OptionalInt.empty(), List.of(new Cut.Lines(1, 1)), "old", List.of(CONTROL)));
            workspace
                    .byHand()
                    .record(new HandedIn(
                            new HandedIn.OfFile(policy, Optional.empty()),
                            "New policy",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(old)));
            EvidenceId revised = workspace.evidence().getLast().id();
            workspace.pack(
                    new PackRequest(DORA, "full", pack, Set.of(revised), AsOf.now(), Language.EN, Depth.FULL, true),
                    Progress.silent());

            RedactedCopy said = RedactedCopy.of(copy.evidence()).orElseThrow();
            assertEquals(id, said.original());
            Digest bound = workspace.artefacts(id).getFirst().payload().commitment();
            assertEquals(bound, said.commitment());
        }
        assertInstanceOf(Verdict.Intact.class, WorkspaceVerifier.verify(pack).verdict());
        assertEquals(List.of(), MarkerScan.places(pack, "reviewed yearly"));
        String digest =
                Digest.sha256(Bytes.utf8("default deny, reviewed yearly")).hex();
        assertEquals(List.of(), MarkerScan.places(pack, digest), "a guess can be held against it");
        assertTrue(contents().contains("default deny, [redacted]"));
        assertTrue(
                MarkerScan.places(pack, "wordsat1place.Reason:datesofreviews").stream()
                        .anyMatch(place -> place.contains("page text of")),
                "the report marks the copy");
    }

    @Test
    void aGermanPackHasGermanTitlesAndVerifies() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.pack(new PackRequest(DORA, "full", pack, Set.of(), AsOf.now(), Language.DE), Progress.silent());
        }

        assertInstanceOf(Verdict.Intact.class, WorkspaceVerifier.verify(pack).verdict());
        String read = workbook();
        for (String expected : List.of(
                "Verordnung (EU) 2022/2554 (DORA)",
                "Anwendungsbereich: welche Unternehmen gebunden sind",
                "Inferenz-Endpunkte nur über interne Load Balancer erreichbar",
                "Netzsicherheit")) {
            assertTrue(read.contains(expected), expected);
        }
        assertFalse(read.contains("Inference endpoints reachable only through internal load balancers"));
    }

    @Test
    void aTitleWithoutGermanStaysEnglishAndSaysSo() {
        FrameworkLibrary library = FrameworkLibrary.load();
        PackTitles titles = new PackTitles(library, Language.DE);

        assertEquals(
                "KI-Infrastruktur liegt in einem eigenen Netzsegment",
                titles.of(library.controls().getFirst()).title());
        assertEquals(
                "A control that nobody translated (englisch)",
                titles.of(new Control(new ControlId("OWN-1"), "Own", "A control that nobody translated"))
                        .title());
        assertTrue(titles.of(library.framework(new FrameworkId("soc2"))
                        .requirements()
                        .getLast())
                .endsWith(" (englisch)"));
    }

    /// Every text of the workbook.
    private String workbook() throws Exception {
        try (ZipFile zip = new ZipFile(pack.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("workbook.xlsx"));
                ZipInputStream parts = new ZipInputStream(in)) {
            StringBuilder texts = new StringBuilder();
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().startsWith("xl/worksheets/")) {
                    texts.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return texts.toString();
        }
    }

    @Test
    void aPackCutAnywhereNeverVerifies() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.pack(request(Set.of()), Progress.silent());
        }
        byte[] whole = Files.readAllBytes(pack);
        for (int percent : new int[] {0, 10, 50, 90, 99}) {
            Path cut = temporary.resolve("cut-" + percent + ".zip");
            Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100)));
            assertFalse(isIntact(cut), percent + " percent");
        }
    }

    @Test
    void anExistingFileIsNotReplaced() throws Exception {
        Files.writeString(pack, "mine");
        try (Workspace workspace = fixture.found()) {
            WorkspaceException refused =
                    assertThrows(WorkspaceException.class, () -> workspace.pack(request(Set.of()), Progress.silent()));
            assertEquals(Kind.BAD_INPUT, refused.kind());
        }
        assertEquals("mine", Files.readString(pack));
    }

    @Test
    void aReaderCannotIssueAPack() throws Exception {
        fixture.found().close();
        try (Workspace workspace = fixture.open(Access.READ)) {
            WorkspaceException refused =
                    assertThrows(WorkspaceException.class, () -> workspace.pack(request(Set.of()), Progress.silent()));
            assertEquals(Kind.READ_ONLY, refused.kind());
        }
        assertFalse(Files.exists(pack));
    }

    private EvidenceId answer(Workspace workspace) throws WorkspaceException {
        EvidenceId id = workspace.attach(policy, CONTROL, "Firewall policy");
        fixture.clock.moveBy(Duration.ofHours(1));
        workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)
                .withNote("the ruleset was reviewed")
                .withEvidence(List.of(id)));
        return id;
    }

    private PackRequest request(Set<EvidenceId> withheld) {
        return new PackRequest(DORA, "full", pack, withheld);
    }

    private static boolean isIntact(Path zip) {
        try {
            return WorkspaceVerifier.verify(zip).verdict() instanceof Verdict.Intact;
        } catch (WorkspaceException _) {
            return false;
        }
    }

    private List<String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(
                            entry.getName(), Bytes.copyOf(in.readAllBytes()).asUtf8());
                }
            }
        }
        return List.copyOf(contents.values());
    }
}
