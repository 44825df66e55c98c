package org.cairn.checklist.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;

class LawCalendarTest {
    private static final FrameworkId LAW = new FrameworkId("law");

    /// A chapter that was put off, a row of it that was deleted before it applied, and a row that ended.
    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(),
            List.of(framework()),
            List.of(),
            List.of(),
            List.of(
                    date("1", "2026-08-02", "", "2024-07-12"),
                    date("1", "2027-12-02", "", "2026-07-24"),
                    date("1.1", "2026-08-02", "", "2024-07-12"),
                    date("1.1", "2026-08-02", "2026-07-27", "2026-07-24"),
                    date("2", "2025-02-02", "", "2024-07-12"),
                    date("2", "2025-02-02", "2026-07-27", "2026-07-24")),
            rules());

    @Test
    void eachStatementHoldsFromTheDayItWasPublished() {
        assertEquals(
                List.of(
                        "2025-02-02 COMES_INTO_FORCE 2",
                        "2026-08-02 COMES_INTO_FORCE 1",
                        "2026-08-02" + " COMES_INTO_FORCE 1.1"),
                lines(Map.of(), "2026-07-23"));
        assertEquals(
                List.of(
                        "2025-02-02 COMES_INTO_FORCE 2",
                        "2026-07-27 ENDS 1.1",
                        "2026-07-27 ENDS 2",
                        "2026-08-02 SUPERSEDED 1",
                        "2027-12-02 COMES_INTO_FORCE 1"),
                lines(Map.of(), "2026-07-24"));
        assertEquals(List.of(), lines(Map.of(), "2024-07-11"));
    }

    @Test
    void whatIsOutOfScopeIsCountedAndLeftOut() {
        LawCalendar.Days days = days(Map.of("maker", "no"), Set.of(LAW), "2026-07-24");
        assertEquals(
                List.of("law:2", "law:2"),
                days.entries().stream().map(CalendarEntry::subject).toList());
        assertEquals(Map.of(LAW, 3), days.others());
    }

    @Test
    void whatWaitsForAFactIsShownAndSaysSo() {
        assertEquals(List.of("2 APPLIES", "1.1 UNSCOPED", "2 APPLIES", "1 UNSCOPED", "1 UNSCOPED"), bearings(Map.of()));
        assertEquals(
                List.of("2 APPLIES", "1.1 APPLIES", "2 APPLIES", "1 APPLIES", "1 APPLIES"),
                bearings(Map.of("maker", "yes")));
    }

    private static List<String> bearings(Map<String, String> said) {
        return days(said, Set.of(LAW), "2026-07-24").entries().stream()
                .map(entry -> entry.about() + " " + entry.bearing())
                .toList();
    }

    @Test
    void whatWasNotAdoptedIsNotThere() {
        assertEquals(0, days(Map.of(), Set.of(), "2026-07-24").entries().size());
    }

    private static LawCalendar.Days days(Map<String, String> said, Set<FrameworkId> adopted, String knownOn) {
        Map<ScopeState.Key, String> answers = new HashMap<>();
        said.forEach((fact, answer) -> answers.put(new ScopeState.Key(new ScopeFact(fact), Optional.empty()), answer));
        ScopeState scope = ScopeState.of(CATALOGUE.scope(), List.of(), _ -> Optional.empty())
                .supposing(answers, Optional.empty(), Instant.EPOCH, 0);
        Duties duties = new Duties(CATALOGUE, new Scoping(CATALOGUE, scope));
        return LawCalendar.days(CATALOGUE, adopted, duties, LocalDate.parse(knownOn));
    }

    /// Who makes something is asked; whom the other row binds has no rule, so it applies.
    private static ScopeRules rules() {
        ScopeQuestion maker = new ScopeQuestion(
                new ScopeFact("maker"),
                ScopeQuestion.Level.ORGANISATION,
                "Roles",
                "Do we make it?",
                "It matters.",
                "Law, 1",
                List.of(ScopeQuestion.YES, ScopeQuestion.NO),
                Optional.empty(),
                List.of(),
                Optional.empty());
        ScopeRule rule =
                new ScopeRule(new ScopeCondition.Is(maker.id(), ScopeQuestion.YES), "It binds makers.", "Law, 1");
        return new ScopeRules(List.of(maker), Map.of(), Map.of(new ScopeRules.Binding(LAW, "provider"), rule));
    }

    private static List<String> lines(Map<String, String> said, String knownOn) {
        return days(said, Set.of(LAW), knownOn).entries().stream()
                .map(entry ->
                        entry.day() + " " + entry.kind() + " " + entry.subject().substring(4))
                .toList();
    }

    private static Framework framework() {
        return new Framework(
                LAW,
                "Law",
                "1",
                LocalDate.parse("2026-11-21"),
                "gazette",
                "free",
                Digest.sha256(Bytes.utf8("law")),
                List.of(
                        node("LAW", "", Requirement.GROUP, List.of()),
                        node("1", "LAW", Requirement.GROUP, List.of()),
                        node("1.1", "1", "obligation", List.of("provider")),
                        node("2", "LAW", "obligation", List.of("deployer (public)"))));
    }

    private static Requirement node(String number, String parent, String kind, List<String> binds) {
        return new Requirement(
                new RequirementId(LAW, number),
                parent.isEmpty() ? Optional.empty() : Optional.of(new RequirementId(LAW, parent)),
                "Title of " + number,
                binds,
                kind,
                "Law, " + number,
                List.of(),
                "");
    }

    private static ApplicationDate date(String node, String from, String until, String statedOn) {
        return new ApplicationDate(
                new RequirementId(LAW, node),
                LocalDate.parse(from),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                LocalDate.parse(statedOn),
                "Law B, 1");
    }
}
