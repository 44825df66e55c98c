package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.causality.picture.EnglishWords;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.KeptGraph;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.Standing;
import org.cairn.evidence.EvidenceId;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.authority.Role;
import org.cairn.reports.incident.IncidentModel;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deviations that two people accepted for a time, from the proposal to the posture and the pack.
class DeviationAcceptanceTest {
    private static final ControlId CONTROL = new ControlId("NET-4");
    private static final CheckId CHECK = new CheckId("runtime.destinations");
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final long WEEK = 7 * 86_400;
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 4);
    private static final String WHAT = "/usr/bin/python3 reached 198.51.100.7:443";
    private static final String POLICY = """
            format: cairn-runtime-policy-1
            system: bot
            processes: {all: true}
            programs: [/usr/bin/]
            children: {/usr/bin/python3: [/usr/bin/python3]}
            data: {read: [/srv/data/], write: []}
            destinations: [{address: 203.0.113.0/24}]
            """;

    @TempDir
    Path temporary = Path.of("");

    private Optional<TwoPeople> both = Optional.empty();

    @BeforeEach
    void aDeviationIsRecorded() throws Exception {
        TwoPeople people = new TwoPeople(temporary);
        people.enrolBen(Role.REVIEWER);
        both = Optional.of(people);
        Path policy = Files.writeString(temporary.resolve("policy.yaml"), POLICY);
        try (Workspace acme = acme()) {
            approve(acme, acme.baselines().propose("bot", policy));
        }
        check("gpu-1", "198.51.100.7");
    }

    private TwoPeople people() {
        return both.orElseThrow();
    }

    private Workspace acme() throws Exception {
        return people().anna.open(Access.WRITE);
    }

    private long approve(Workspace acme, Proposal proposal) throws Exception {
        Path sent = people().stick(proposal.id());
        Path signed = people().stick(proposal.id() + "-signed");
        acme.proposals().export(proposal, sent);
        try (Workspace his = people().ben.open(Access.READ)) {
            his.proposals().sign(his.proposals().find(sent.toString()), signed);
        }
        return acme.proposals().approve(acme.proposals().find(signed.toString()));
    }

    private RuntimeRecord record(String host, String address) throws Exception {
        long second = BEGIN.getEpochSecond();
        String log =
                (second - WEEK) + ".000001 execve(\"/usr/bin/python3\", [\"python3\"], 0x7ff /* 4 vars */) = 0\n10 "
                        + (second + 20)
                        + ".000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\""
                        + address + "\")}, 16) = 0\n10 " + (second + 30) + ".000001 exit_group(0) = ?\n";
        Path file = Files.writeString(temporary.resolve("log-" + host), "10 " + log);
        return RuntimeRecord.read(List.of(new LogFile(file, host, Optional.empty(), ZoneOffset.UTC, Optional.empty())));
    }

    private RuntimeCheck check(String host, String address) throws Exception {
        RuntimeRecord record = record(host, address);
        Window window = new Window(Optional.of(BEGIN.minusSeconds(WEEK - 1)), Optional.of(BEGIN.plusSeconds(30)));
        try (Workspace acme = acme()) {
            return acme.runtimeChecking().check(record, window, "bot", Optional.empty(), Map.of());
        }
    }

    private static DeviationRequest request(String what, As as, LocalDate until, Optional<String> longer) {
        return new DeviationRequest(
                "bot", DeviationKind.NEW_DESTINATION, what, as, Optional.empty(), until, "a mirror of ours", longer);
    }

    private long accept(As as) throws Exception {
        try (Workspace acme = acme()) {
            return approve(acme, acme.deviationAcceptances().accept(request(WHAT, as, UNTIL, Optional.empty())));
        }
    }

    private Outcome outcome(Instant validAt, Instant knownAt) throws Exception {
        try (Workspace acme = acme()) {
            return outcome(acme.postureAt(validAt, knownAt));
        }
    }

    private static Outcome outcome(Posture posture) {
        return row(posture).checks().stream()
                .filter(result -> result.check().equals(CHECK))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static ControlPosture row(Posture posture) {
        return posture.control(CONTROL).orElseThrow();
    }

    private Instant now() {
        return people().anna.clock.instant();
    }

    private void refused(DeviationRequest request, String why) throws Exception {
        try (Workspace acme = acme()) {
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> acme.deviationAcceptances().accept(request));
            assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
            assertEquals(List.of(), acme.proposals().all());
        }
    }

    @Test
    void aFalsePositiveCountsNeitherWayUntilItsDayAndIsAFindingBeforeAndAfterwards() throws Exception {
        Instant before = now();
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(before, before));
        people().anna.clock.moveBy(Duration.ofDays(1));
        long entry = accept(As.FALSE_POSITIVE);
        Instant accepted = now();
        Outcome covered = outcome(accepted, accepted);
        assertEquals(
                List.of(new Gap.Accepted(
                        new Finding(evidence(), "2026-03-01T08:00:20.000001Z: " + WHAT + " (succeeded)"),
                        UNTIL,
                        entry)),
                assertInstanceOf(Outcome.Indeterminate.class, covered).gaps());
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(before, accepted), "a day before it was accepted");
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(accepted, before), "what was not known yet");
        Instant lastDay = Instant.parse("2026-03-04T23:59:59Z");
        assertInstanceOf(Outcome.Indeterminate.class, outcome(lastDay, accepted));
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(lastDay.plusSeconds(1), accepted));
    }

    private EvidenceId evidence() throws Exception {
        try (Workspace acme = acme()) {
            return acme.evidence().stream()
                    .filter(piece -> piece.evidence().collector().equals(RuntimeChecking.COLLECTOR))
                    .toList()
                    .getLast()
                    .id();
        }
    }

    @Test
    void neitherTheAnswerMetNorAnAcceptanceMakesItDemonstrated() throws Exception {
        try (Workspace acme = acme()) {
            acme.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
            assertEquals(Standing.CONTRADICTED, row(acme.postureNow()).standing());
        }
        accept(As.FALSE_POSITIVE);
        try (Workspace acme = acme()) {
            assertEquals(Standing.CLAIMED, row(acme.postureNow()).standing());
        }
    }

    @Test
    void whatIsToleratedStaysAFindingThatNamesTheAcceptance() throws Exception {
        long entry = accept(As.TOLERATED);
        Outcome.NotSatisfied not = assertInstanceOf(Outcome.NotSatisfied.class, outcome(now(), now()));
        assertEquals(
                "2026-03-01T08:00:20.000001Z: " + WHAT + " (succeeded) (tolerated until 2026-03-04, entry " + entry
                        + ")",
                not.findings().getFirst().text());
    }

    @Test
    void anotherHostAndOtherWordsAreNotCovered() throws Exception {
        accept(As.FALSE_POSITIVE);
        check("gpu-2", "198.51.100.7");
        Outcome.NotSatisfied not = assertInstanceOf(Outcome.NotSatisfied.class, outcome(now(), now()));
        assertTrue(not.findings().stream().allMatch(finding -> finding.text().startsWith("gpu-2: ")), not.toString());
    }

    @Test
    void anAcceptanceThatIsEndedCoversNothingFromThenOn() throws Exception {
        accept(As.FALSE_POSITIVE);
        Instant covered = now();
        people().anna.clock.moveBy(Duration.ofDays(1));
        try (Workspace acme = acme()) {
            AcceptedDeviation line = acme.deviationAcceptances().all().getFirst();
            assertEquals(RiskLine.State.ACTIVE, line.state());
            assertEquals(List.of("Anna Jensen", "Ben Okafor"), line.approvers());
            assertEquals(Optional.of(WHAT), line.what());
            assertEquals(Optional.of("gpu-1"), line.host());
            acme.deviationAcceptances().end(line.event().id(), "it was no mirror");
            assertEquals(
                    RiskLine.State.ENDED,
                    acme.deviationAcceptances().all().getFirst().state());
            assertThrows(
                    WorkspaceException.class,
                    () -> acme.deviationAcceptances().end(line.event().id(), "again"));
        }
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(now(), now()));
        assertInstanceOf(Outcome.Indeterminate.class, outcome(covered, now()));
    }

    @Test
    void aLaterCheckRecordsThatItIsAcceptedAndLeavesItListed() throws Exception {
        long entry = accept(As.FALSE_POSITIVE);
        RuntimeCheck again = check("gpu-1", "198.51.100.7");
        assertEquals(
                Optional.of("false-positive until 2026-03-04, entry " + entry),
                again.evidence()
                        .evidence()
                        .population("new-destination")
                        .orElseThrow()
                        .items()
                        .getFirst()
                        .value("accepted"));
        people().anna.clock.moveBy(Duration.ofDays(4));
        assertInstanceOf(
                Outcome.NotSatisfied.class, outcome(now(), now()), "what evidence says of it counts for nothing");
    }

    @Test
    void anIncidentFileIsToldOfTheAcceptance() throws Exception {
        long entry = accept(As.TOLERATED);
        RuntimeCheck again = check("gpu-1", "198.51.100.7");
        RuntimeRecord record = record("gpu-1", "198.51.100.7");
        IncidentModel.Departure departure = IncidentFiles.departure(
                record.graph(), again.scrutiny().deviations().getFirst(), again.policy(), again.accepted());
        assertEquals(WHAT, departure.what());
        assertEquals(
                Optional.of(
                        new IncidentModel.Accepted("tolerated", UNTIL, List.of("Anna Jensen", "Ben Okafor"), entry)),
                departure.accepted());
    }

    @Test
    void whatEvidenceKeepsOfADeviationCanBeDrawnWithoutTheLogs() throws Exception {
        EvidenceId piece = evidence();
        Bytes kept;
        try (Workspace acme = acme()) {
            kept = acme.content(acme.artefacts(piece).getLast().payload());
        }
        KeptGraph graph = KeptGraph.read(kept);
        Subject subject = graph.subject(graph.diverging().getFirst());
        String svg = new SvgPicture(
                        LayeredLayout.of(
                                subject,
                                Folding.of(subject, Set.of()),
                                new EnglishWords(),
                                Map.of(),
                                LayeredLayout.Form.PAGE),
                        "why",
                        SvgPicture.Legend.ENGLISH,
                        List.of())
                .bytes()
                .asUtf8();
        for (String expected : List.of("DIVERGES HERE", "198.51.100.7:443", "/usr/bin/python3", "connects to")) {
            assertTrue(svg.contains(expected), expected + " in " + svg);
        }
        assertThrows(MalformedJson.class, () -> KeptGraph.read(Bytes.utf8("{\"kind\":\"another\"}")));
    }

    @Test
    void onePersonAloneAcceptsNothing() throws Exception {
        try (Workspace acme = acme()) {
            Proposal proposal =
                    acme.deviationAcceptances().accept(request(WHAT, As.FALSE_POSITIVE, UNTIL, Optional.empty()));
            assertEquals(Optional.of(WHAT + "\na mirror of ours"), proposal.text());
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> acme.proposals().approve(proposal));
            assertEquals(Kind.NOT_ALLOWED, refused.kind());
        }
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(now(), now()));
    }

    @Test
    void whatNoEvidenceShowsIsOverOrLastsMoreThanAYearIsRefused() throws Exception {
        refused(request("/usr/bin/python3 reached 198.51.100.8:443", As.TOLERATED, UNTIL, Optional.empty()), "shows");
        refused(request(WHAT, As.TOLERATED, LocalDate.of(2026, 2, 28), Optional.empty()), "is over already");
        refused(request(WHAT, As.TOLERATED, LocalDate.of(2027, 3, 2), Optional.empty()), "more than a year");
        refused(request(WHAT, As.TOLERATED, LocalDate.of(2027, 3, 2), Optional.of(" ")), "more than a year");
        try (Workspace acme = acme()) {
            acme.deviationAcceptances()
                    .accept(request(WHAT, As.TOLERATED, LocalDate.of(2027, 3, 2), Optional.of("until it is replaced")));
        }
    }

    @Test
    void whatIsWrittenPastTheStoreForTenYearsEndsAfterOne() throws Exception {
        people().anna.clock.moveBy(Duration.ofDays(2));
        DeviationAccepted asked;
        try (Workspace acme = acme()) {
            Proposal proposal =
                    acme.deviationAcceptances().accept(request(WHAT, As.FALSE_POSITIVE, UNTIL, Optional.empty()));
            asked = (DeviationAccepted) proposal.event().event();
        }
        DeviationAccepted forged = new DeviationAccepted(
                asked.id(),
                asked.system(),
                asked.deviation(),
                asked.as(),
                asked.evidence(),
                asked.what(),
                asked.reason(),
                LocalDate.of(2036, 3, 4),
                Optional.empty());
        try (Keyring ben = people().ben.keyring()) {
            people().appendUnasked((_, anna) -> TwoPeople.signed(forged, anna, ben.person()));
        }
        Outcome.Indeterminate open = assertInstanceOf(Outcome.Indeterminate.class, outcome(now(), now()));
        Gap.Accepted accepted = assertInstanceOf(Gap.Accepted.class, open.gaps().getFirst());
        assertEquals(LocalDate.of(2027, 3, 2), accepted.until());
    }

    /// What is said of each figure of a pack's report.
    private static List<String> alternatives(Path pack) throws Exception {
        byte[] report = ErasingPeople.members(pack).getOrDefault("report.pdf", new byte[0]);
        try (PDDocument document = Loader.loadPDF(report)) {
            List<String> said = new ArrayList<>();
            figures(document.getDocumentCatalog().getStructureTreeRoot(), said);
            return said;
        }
    }

    private static void figures(PDStructureNode node, List<String> said) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    said.add(String.valueOf(element.getAlternateDescription()));
                }
                figures(element, said);
            }
        }
    }

    @Test
    void aPackThatHoldsTheAcceptanceVerifiesAndNamesIt() throws Exception {
        long entry = accept(As.FALSE_POSITIVE);
        Path pack = people().stick("pack.zip");
        try (Workspace acme = acme()) {
            ErasingPeople.pack(acme, pack, AsOf.now());
        }
        assertEquals(List.of(), PackVerification.verify(pack).defects());
        List<String> named = MarkerScan.places(pack, "(entry " + entry + ")");
        assertTrue(named.stream().anyMatch(place -> place.contains("workbook.xlsx!")), named.toString());
        List<String> shown = MarkerScan.places(pack, "falsepositiveuntil" + UNTIL + "(entry" + entry + ")");
        assertTrue(shown.stream().anyMatch(place -> place.contains("page text of")), shown.toString());
        List<String> drawn = MarkerScan.places(pack, "Whatledtodeviation1of1");
        assertTrue(drawn.stream().anyMatch(place -> place.contains("page text of")), drawn.toString());
        assertTrue(
                alternatives(pack)
                        .contains("Picture of 1 recorded causes and effects that led to"
                                + " 2026-03-01T08:00:20.000001Z: /usr/bin/python3 connects to 198.51.100.7:443; the file of"
                                + " causes in the evidence holds each with its record"),
                "the picture of what led to the deviation has words for who does not see it");
    }
}
