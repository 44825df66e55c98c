package org.cairn.checklist.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2027-03-01T00:00:00Z");
    private static final Set<FrameworkId> ALL = Set.of(
            new FrameworkId("eu-ai-act"),
            new FrameworkId("hipaa"),
            new FrameworkId("gdpr"),
            new FrameworkId("iso27001"));
    private static final RetentionRules RULES = RetentionRules.load();

    private static KeptRecord kept(RecordKind kind, Optional<Instant> ended) {
        return new KeptRecord(kind, Optional.of(new CollectorId("attachment")), CREATED, ended);
    }

    private static RetentionRule own(Bound bound, String period) {
        return new RetentionRule(
                "own",
                Optional.empty(),
                "own",
                bound,
                Period.parse(period),
                RetentionRule.Start.CREATION,
                Set.of(RecordKind.values()),
                Optional.empty(),
                Set.of(),
                "entry 7",
                RetentionRule.Standing.COUNTS);
    }

    private static List<String> ids(List<Retention.Term> terms) {
        return terms.stream().map(term -> term.rule().id()).toList();
    }

    @Test
    void aRecordIsKeptForTheLongestFloorThatAppliesToItsKindAndRole() {
        Retention logs =
                Retention.of(kept(RecordKind.LOGS, Optional.of(CREATED)), RULES.rules(), ALL, Set.of("deployer"), NOW);
        assertEquals(List.of("AIA-LOG-KEEP-DEPL"), ids(logs.floors()));
        assertEquals(
                Instant.parse("2026-09-01T00:00:00Z"),
                logs.floor().orElseThrow().until());
        assertEquals(Optional.empty(), logs.keptBy(NOW));

        Retention document = Retention.of(
                kept(RecordKind.DOCUMENTATION, Optional.of(NOW)), RULES.rules(), ALL, Set.of("provider", "CE"), NOW);
        assertEquals(List.of("AIA-DOC-10Y", "HIPAA-6Y-SEC", "HIPAA-6Y-PRIV"), ids(document.floors()));
        assertEquals(
                Instant.parse("2036-03-01T00:00:00Z"),
                document.floor().orElseThrow().until());
    }

    @Test
    void aRuleOfAFrameworkThatIsNotAdoptedOrOfAnotherRoleDoesNotApply() {
        KeptRecord answer = kept(RecordKind.ANSWER, Optional.empty());
        assertEquals(
                List.of(),
                ids(Retention.of(answer, RULES.rules(), Set.of(), Set.of("provider"), NOW)
                        .floors()));
        assertEquals(
                List.of(),
                ids(Retention.of(answer, RULES.rules(), ALL, Set.of("distributor"), NOW)
                        .floors()));
    }

    @Test
    void whereNoRoleIsStatedTheFloorsOfEveryRoleApply() {
        Retention logs = Retention.of(kept(RecordKind.LOGS, Optional.of(CREATED)), RULES.rules(), ALL, Set.of(), NOW);
        assertEquals(List.of("AIA-LOG-KEEP-PROV", "AIA-LOG-KEEP-DEPL"), ids(logs.floors()));
    }

    @Test
    void aPeriodFromTheLastDayInEffectDoesNotRunWhileTheRecordIsInEffect() {
        Retention inEffect =
                Retention.of(kept(RecordKind.ANSWER, Optional.empty()), RULES.rules(), ALL, Set.of("BA"), NOW);
        assertTrue(inEffect.floor().orElseThrow().running());
        assertEquals(
                Instant.parse("2033-03-01T00:00:00Z"),
                inEffect.floor().orElseThrow().until());
    }

    @Test
    void aFloorBeyondACeilingIsAConflictAndBothAreTold() {
        List<RetentionRule> rules = new ArrayList<>(RULES.rules());
        rules.add(own(Bound.CEILING, "P6M"));
        Retention both = Retention.of(kept(RecordKind.ANSWER, Optional.of(CREATED)), rules, ALL, Set.of("BA"), NOW);
        assertTrue(both.conflict());
        assertEquals("HIPAA-6Y-SEC", both.keptBy(NOW).orElseThrow().rule().id());
        assertEquals("own", both.dueBy(NOW).orElseThrow().rule().id());
        assertFalse(Retention.of(kept(RecordKind.LOGS, Optional.of(CREATED)), rules, ALL, Set.of("BA"), NOW)
                .conflict());
    }

    @Test
    void aPeriodThatNobodyReadInItsSourceIsShownAndDoesNotCount() {
        Retention observation = Retention.of(
                kept(RecordKind.OBSERVATION, Optional.of(CREATED)), RULES.rules(), ALL, Set.of("deployer"), NOW);
        assertEquals(List.of(), observation.floors());
        assertEquals(List.of("ISO-CYCLE"), ids(observation.unconfirmed()));
    }

    @Test
    void theRulesSayWhatACollectorsEvidenceIs() throws Exception {
        assertEquals(RecordKind.DOCUMENTATION, RULES.kindOf(new CollectorId("attachment")));
        assertEquals(RecordKind.LOGS, RULES.kindOf(new CollectorId("runtime.auditd")));
        assertEquals(RecordKind.OBSERVATION, RULES.kindOf(new CollectorId("logging.audit")));
        String logs = "{\"collector\":\"host.*\",\"kind\":\"logs\"}";
        RetentionRules rules = rules(logs + ",{\"collector\":\"host.plan\",\"kind\":\"documentation\"}");
        assertEquals(RecordKind.LOGS, rules.kindOf(new CollectorId("host.audit.raw")));
        assertEquals(RecordKind.DOCUMENTATION, rules.kindOf(new CollectorId("host.plan")));
        assertEquals(RecordKind.OBSERVATION, rules.kindOf(new CollectorId("hosting")));
        assertThrows(MalformedJson.class, () -> rules(logs + "," + logs));
        assertThrows(MalformedJson.class, () -> rules(logs.replace("logs", "songs")));
    }

    private static RetentionRules rules(String records) throws MalformedJson {
        return RetentionRules.read(
                Bytes.utf8("{\"readOn\":\"2026-11-21\",\"records\":[" + records + "],\"rules\":[],\"notices\":[]}"));
    }

    @Test
    void aRuleWithAnUnknownMemberIsRefused() {
        MalformedJson refused = assertThrows(
                MalformedJson.class,
                () -> RetentionRules.read(
                        Bytes.utf8(
                                "{\"readOn\":\"2026-11-21\",\"records\":[],\"rules\":[{\"id\":\"X\",\"more\":1}],\"notices\":[]}")));
        assertTrue(String.valueOf(refused.getMessage()).contains("exactly the members"), refused.toString());
    }

    /// The table of facts is read beside the source tree where it is there: id, framework, fact, value,
    /// unit, start,
    /// citation, status, seen in, confidence.
    @Test
    void everyRuleSaysWhatTheTableOfLegalFactsSays() throws IOException {
        Path table = Path.of("../../shared/facts/legal-facts.csv");
        Assumptions.assumeTrue(Files.exists(table), "the table of legal facts is not beside this source tree");
        List<String> lines = Files.readAllLines(table);
        for (RetentionRule rule : RULES.rules()) {
            String line = lines.stream()
                    .filter(each -> each.startsWith(rule.id() + ","))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(rule.id() + " is no legal fact"));
            assertTrue(line.contains(rule.citation()), line);
            assertTrue(line.contains(rule.title()), line);
            String amount = rule.period().getYears() > 0
                    ? "," + rule.period().getYears() + ",years"
                    : "," + rule.period().getMonths() + ",months";
            assertTrue(line.contains(amount), line);
            assertEquals(line.endsWith(",primary"), rule.standing() == RetentionRule.Standing.COUNTS, line);
        }
        for (RetentionRules.Notice notice : RULES.notices()) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.startsWith(notice.id() + ",") && line.contains(notice.citation())),
                    notice.toString());
        }
    }
}
