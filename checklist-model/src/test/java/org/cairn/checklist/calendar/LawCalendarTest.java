package org.cairn.checklist.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
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
                    date("2", "2025-02-02", "2026-07-27", "2026-07-24")));

    @Test
    void eachStatementHoldsFromTheDayItWasPublished() {
        assertEquals(
                List.of(
                        "2025-02-02 COMES_INTO_FORCE 2",
                        "2026-08-02 COMES_INTO_FORCE 1",
                        "2026-08-02" + " COMES_INTO_FORCE 1.1"),
                lines(List.of(), "2026-07-23"));
        assertEquals(
                List.of(
                        "2025-02-02 COMES_INTO_FORCE 2",
                        "2026-07-27 ENDS 1.1",
                        "2026-07-27 ENDS 2",
                        "2026-08-02 SUPERSEDED 1",
                        "2027-12-02 COMES_INTO_FORCE 1"),
                lines(List.of(), "2026-07-24"));
        assertEquals(List.of(), lines(List.of(), "2024-07-11"));
    }

    @Test
    void whatBindsNoneOfTheRolesIsCountedAndLeftOut() {
        LawCalendar.Days days =
                LawCalendar.days(CATALOGUE, Set.of(LAW), List.of("deployer"), LocalDate.parse("2026-07-24"));
        assertEquals(
                List.of("law:2", "law:2"),
                days.entries().stream().map(CalendarEntry::subject).toList());
        assertEquals(3, days.others());
    }

    @Test
    void whatWasNotAdoptedIsNotThere() {
        assertEquals(
                0,
                LawCalendar.days(CATALOGUE, Set.of(), List.of(), LocalDate.parse("2026-07-24"))
                        .entries()
                        .size());
    }

    private static List<String> lines(List<String> roles, String knownOn) {
        return LawCalendar.days(CATALOGUE, Set.of(LAW), roles, LocalDate.parse(knownOn)).entries().stream()
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
