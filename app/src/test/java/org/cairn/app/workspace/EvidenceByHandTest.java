package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.FolderScan.Found;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.Standing;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock begins at 2026-03-01T09:00:00Z.
class EvidenceByHandTest {
    private static final ControlId CONTROL = new ControlId("NET-4");
    private static final ControlId OTHER = new ControlId("NET-1");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private Workspace acme;

    @BeforeEach
    void found() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        acme = fixture.found();
    }

    @AfterEach
    void close() throws Exception {
        acme.close();
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(temporary.resolve(name), content);
    }

    private static HandedIn piece(Path file, Subject... subjects) {
        return HandedIn.of(file, "Firewall policy", List.of(subjects));
    }

    private static HandedIn dated(HandedIn piece, String effective, Optional<String> expires) {
        return new HandedIn(
                piece.content(),
                piece.title(),
                Optional.of(LocalDate.parse(effective)),
                expires.map(LocalDate::parse),
                Optional.of(Classification.CONFIDENTIAL),
                piece.subjects(),
                piece.replaces());
    }

    private static HandedIn replacing(HandedIn piece, EvidenceId earlier) {
        return new HandedIn(
                piece.content(),
                piece.title(),
                piece.effective(),
                piece.expires(),
                piece.classification(),
                piece.subjects(),
                Optional.of(earlier));
    }

    private List<Path> files(String folder) throws Exception {
        try (Stream<Path> all = Files.walk(fixture.folder.resolve(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private WorkspaceException refusal(HandedIn piece) {
        return assertThrows(WorkspaceException.class, () -> acme.byHand().record(piece));
    }

    private List<EvidenceId> linked(ControlId control, String day) throws WorkspaceException {
        Instant end =
                LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return acme.posture(new AsOf(Optional.of(end.minusSeconds(1)), new KnownAt.Now()))
                .control(control)
                .orElseThrow()
                .linked();
    }

    @Test
    void thePieceSaysWhichDayItShowsApartFromWhenItWasRecorded() throws Exception {
        RecordedEvidence recorded = acme.byHand()
                .record(dated(piece(file("a.txt", "drop"), CONTROL, OTHER), "2026-02-01", Optional.of("2026-04-30")));
        assertEquals(Instant.parse("2026-02-01T00:00:00Z"), recorded.evidence().observedAt());
        assertEquals(
                Instant.parse("2026-03-01T09:00:00Z"), recorded.recordedAt().truncatedTo(ChronoUnit.HOURS));
        assertEquals("confidential", recorded.evidence().facts().get(EvidenceByHand.CLASSIFICATION));
        assertEquals("2026-04-30", recorded.evidence().facts().get(EvidenceByHand.EXPIRES));
        assertEquals("Firewall policy", recorded.evidence().facts().get(EvidenceByHand.TITLE));
        for (ControlId control : List.of(CONTROL, OTHER)) {
            assertEquals(List.of(), linked(control, "2026-01-31"));
            assertEquals(List.of(recorded.id()), linked(control, "2026-02-01"));
            assertEquals(List.of(recorded.id()), linked(control, "2026-04-30"));
            assertEquals(List.of(), linked(control, "2026-05-01"));
        }
    }

    @Test
    void aRevisionIsAttachedToWhatTheEarlierPieceWasAndBothAreKept() throws Exception {
        EvidenceByHand byHand = acme.byHand();
        EvidenceId first = byHand.record(
                        dated(piece(file("a.txt", "1"), CONTROL, OTHER), "2026-01-10", Optional.empty()))
                .id();
        EvidenceId second = byHand.record(
                        replacing(dated(piece(file("b.txt", "2")), "2026-02-10", Optional.empty()), first))
                .id();
        assertEquals(List.of(first), linked(CONTROL, "2026-02-09"));
        assertEquals(List.of(second), linked(CONTROL, "2026-02-10"));
        assertEquals(List.of(second), linked(OTHER, "2026-02-10"));
        assertEquals(
                List.of(
                        new EvidenceForce.Superseded(second, Instant.parse("2026-02-10T00:00:00Z")),
                        new EvidenceForce.Counts()),
                byHand.list(AsOf.now()).stream().map(HandedInLine::force).toList());
        assertEquals(
                Bytes.utf8("1"), acme.content(acme.artefacts(first).getFirst().payload()));
        acme.close();
        acme = fixture.open(Access.WRITE);
        assertEquals(List.of(second), linked(CONTROL, "2026-03-01"));
    }

    @Test
    void whatWasReplacedOrReadByACollectorCannotBeReplaced() throws Exception {
        EvidenceByHand byHand = acme.byHand();
        EvidenceId first = byHand.record(piece(file("a.txt", "1"), CONTROL)).id();
        EvidenceId second =
                byHand.record(replacing(piece(file("b.txt", "2")), first)).id();
        long size = acme.describe().size();
        assertTrue(String.valueOf(
                        refusal(replacing(piece(file("c.txt", "3")), first)).getMessage())
                .contains(second.shortForm()));
        EvidenceId nowhere = new EvidenceId(Digest.sha256(Bytes.utf8("nothing")));
        assertEquals(
                Kind.UNKNOWN_EVIDENCE,
                refusal(replacing(piece(file("c.txt", "3")), nowhere)).kind());
        assertEquals(size, acme.describe().size());
        acme.close();
        FixedCollector collector = new FixedCollector("network.nftables", "drop");
        acme = fixture.open(Access.WRITE, collector);
        acme.collect(List.of(), CollectionProgress.silent(), new Cancellation());
        EvidenceId read = acme.evidence().getLast().id();
        assertTrue(String.valueOf(refusal(replacing(piece(file("c.txt", "3"), CONTROL), read))
                        .getMessage())
                .contains("was read by network.nftables"));
    }

    @Test
    void whatCannotBeSaidIsRefusedAndNothingIsRecorded() throws Exception {
        Path file = file("a.txt", "1");
        long size = acme.describe().size();
        HandedIn good = piece(file, CONTROL);
        assertEquals(
                Kind.BAD_INPUT,
                refusal(dated(good, "2026-03-03", Optional.empty())).kind());
        assertEquals(
                Kind.BAD_INPUT,
                refusal(dated(good, "2026-02-01", Optional.of("2026-01-31"))).kind());
        assertEquals(
                Kind.BAD_INPUT,
                refusal(dated(good, "2026-02-01", Optional.of("9999-12-31"))).kind());
        assertEquals(Kind.BAD_INPUT, refusal(piece(file)).kind());
        assertEquals(
                Kind.BAD_INPUT,
                refusal(HandedIn.of(file, " ", List.of(CONTROL))).kind());
        assertEquals(
                Kind.UNKNOWN_SUBJECT,
                refusal(piece(file, new ControlId("NET-99"))).kind());
        assertEquals(
                Kind.UNREADABLE_FILE,
                refusal(piece(temporary.resolve("none"), CONTROL)).kind());
        assertEquals(size, acme.describe().size());
    }

    @Test
    void pastedBytesAreKeptUnderTheirName() throws Exception {
        HandedIn.Content pasted = new HandedIn.OfClipboard("clipboard-2026-03-01-090000.png", Bytes.utf8("png"));
        RecordedEvidence recorded = acme.byHand()
                .record(new HandedIn(
                        pasted,
                        "Screenshot",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(CONTROL),
                        Optional.empty()));
        assertEquals(
                "clipboard: clipboard-2026-03-01-090000.png",
                recorded.evidence().sources().getFirst().location());
        assertEquals(
                Bytes.utf8("png"),
                acme.content(acme.artefacts(recorded.id()).getFirst().payload()));
    }

    @Test
    void aFolderIsListedWithWhatIsHiddenLinkedAndRecordedAlready() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("share"));
        Path inner = Files.createDirectories(folder.resolve("sub"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "secret");
        Files.writeString(folder.resolve(".hidden"), "hidden");
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.writeString(folder.resolve("policy.txt"), "drop");
        Files.writeString(inner.resolve("new.txt"), "new");
        Files.createSymbolicLink(folder.resolve("passwd"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("up"), temporary);
        EvidenceId known = acme.byHand()
                .record(piece(file("elsewhere.txt", "drop"), CONTROL))
                .id();
        FolderScan scan = acme.byHand().scan(folder, Progress.silent(), new Cancellation());
        assertEquals(
                "[.git NOT_ENTERED false, .hidden HIDDEN true, empty.txt EMPTY false, passwd LINK false,"
                        + " policy.txt FILE true, sub/new.txt FILE true, up LINK false]",
                scan.found().stream()
                        .map(each -> each.path() + " " + each.kind() + " " + each.takeable())
                        .toList()
                        .toString());
        Found policy = scan.found().get(4);
        assertEquals(Optional.of(known), policy.recorded());
        assertEquals(Optional.of(Digest.sha256(Bytes.utf8("drop"))), policy.sha256());
        assertEquals(4, policy.sizeBytes());
        assertEquals(List.of(), scan.limited());
    }

    @Test
    void aFolderOfManyOrDeepFilesSaysWhereItStopped() throws Exception {
        Path deep = temporary.resolve("deep");
        Files.createDirectories(deep.resolve("1/2/3/4/5/6/7/8/9"));
        FolderScan scan = acme.byHand().scan(deep, Progress.silent(), new Cancellation());
        assertEquals(
                List.of(FolderScan.Kind.NOT_ENTERED),
                scan.found().stream().map(Found::kind).toList());
        Path many = Files.createDirectories(temporary.resolve("many"));
        for (int i = 0; i < 2_001; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        FolderScan cut = acme.byHand().scan(many, Progress.silent(), new Cancellation());
        assertEquals(2_000, cut.found().size());
        assertEquals(1, cut.limited().size());
        Cancellation cancelled = new Cancellation();
        cancelled.request();
        assertEquals(
                0,
                acme.byHand().scan(many, Progress.silent(), cancelled).found().size());
    }

    @Test
    void aFileThatChangedSinceItWasListedIsRefused() throws Exception {
        Path file = file("a.txt", "1");
        Optional<Digest> seen = Optional.of(Digest.sha256(Bytes.utf8("1")));
        Files.writeString(file, "2");
        HandedIn listed = new HandedIn(
                new HandedIn.OfFile(file, seen),
                "a",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(CONTROL),
                Optional.empty());
        List<Path> stored = files("evidence");
        assertTrue(String.valueOf(refusal(listed).getMessage()).contains("has changed since it was listed"));
        assertEquals(stored, files("evidence"));
        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(temporary.resolve("b.txt"), "1"));
        assertEquals(Kind.UNREADABLE_FILE, refusal(listed).kind());
    }

    @Test
    void whatLosesItsSupportIsJudgedAsIfThePieceWereErased() throws Exception {
        EvidenceId only =
                acme.byHand().record(piece(file("a.txt", "1"), CONTROL)).id();
        WithoutEvidence without = acme.at(AsOf.now()).without(only);
        assertEquals(
                List.of("NET-4 true false"),
                without.controls().stream()
                        .map(on -> on.control().id() + " " + on.onlyAttached() + " " + on.standsOtherwise())
                        .toList());
        acme.byHand().record(piece(file("b.txt", "2"), CONTROL));
        assertEquals(List.of(), acme.at(AsOf.now()).without(only).controls());
    }

    @Test
    void aFindingThatOnlyOnePieceShowsIsGoneWithIt() throws Exception {
        Path report = file("results.xml", """
                <TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" end-time="2026-02-28T03:06:28Z">
                  <benchmark id="B"/><target>inference-1</target>
                  <rule-result idref="sshd_disable_root_login"><result>fail</result></rule-result>
                </TestResult>
                """);
        ToolReportImports reports = acme.reports();
        RecordedEvidence scan = reports.record(reports.plan(report, ReportRequest.plain()));
        Posture before = acme.postureNow();
        List<WithoutEvidence.OnControl> moved =
                acme.at(AsOf.now()).without(scan.id()).controls();
        assertFalse(moved.isEmpty());
        for (WithoutEvidence.OnControl on : moved) {
            assertEquals(Standing.NOT_MET, on.now());
            assertEquals(Standing.INDETERMINATE, on.without());
            assertFalse(on.onlyAttached());
        }
        assertEquals(before.controls(), acme.postureNow().controls());
    }
}
