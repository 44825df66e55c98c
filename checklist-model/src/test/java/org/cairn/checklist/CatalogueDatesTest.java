package org.cairn.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;

/// What is law on a day depends on the day and on what was published by then.
class CatalogueDatesTest {
    private static final FrameworkId LAW = new FrameworkId("law");
    private static final LocalDate BEFORE = LocalDate.of(2026, 7, 26);
    private static final LocalDate AMENDED = LocalDate.of(2026, 7, 27);

    private final Catalogue catalogue = new Catalogue(
            List.of(),
            List.of(new Framework(
                    LAW,
                    "Law",
                    "1",
                    AMENDED,
                    "gazette",
                    "free",
                    Digest.sha256(Bytes.utf8("law")),
                    List.of(node("law", ""), node("old", "law"), node("new", "law"), node("new (a)", "new")))),
            List.of(),
            List.of(),
            List.of(
                    date("law", "2025-02-02", "", "2024-07-12"),
                    date("old", "2025-02-02", "", "2024-07-12"),
                    date("old", "2025-02-02", "2026-07-27", "2026-07-24"),
                    date("new", "2026-07-27", "", "2026-07-24")));

    private static Requirement node(String number, String parent) {
        return new Requirement(
                id(number),
                parent.isEmpty() ? Optional.empty() : Optional.of(id(parent)),
                "Demand " + number,
                List.of("all"),
                "obligation",
                "Law, " + number,
                List.of(),
                "");
    }

    private static ApplicationDate date(String node, String from, String until, String statedOn) {
        return new ApplicationDate(
                id(node),
                LocalDate.parse(from),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                LocalDate.parse(statedOn),
                "gazette of " + statedOn);
    }

    private static RequirementId id(String number) {
        return new RequirementId(LAW, number);
    }

    @Test
    void whatWasReplacedStandsUntilTheDayBefore() {
        assertTrue(catalogue.stands(id("old"), BEFORE, AMENDED));
        assertFalse(catalogue.stands(id("old"), AMENDED, AMENDED));
    }

    @Test
    void nobodyKnewOfTheReplacementBeforeItWasPublished() {
        assertTrue(catalogue.stands(id("old"), AMENDED, LocalDate.of(2026, 7, 23)));
        assertFalse(catalogue.stands(id("new"), AMENDED, LocalDate.of(2026, 7, 23)));
    }

    @Test
    void whatAppliesLaterStandsAndTellsItsDay() {
        LocalDate published = LocalDate.of(2026, 7, 24);
        assertTrue(catalogue.stands(id("new"), published, published));
        assertEquals(
                Optional.of(AMENDED),
                catalogue.applicationDate(id("new"), published).map(ApplicationDate::appliesFrom));
    }

    @Test
    void aNodeFollowsTheNearestNodeThatIsDated() {
        assertFalse(catalogue.stands(id("new (a)"), AMENDED, LocalDate.of(2026, 7, 23)));
        assertEquals(Optional.empty(), catalogue.applicationDate(id("new (a)"), LocalDate.of(2026, 7, 23)));
        assertTrue(catalogue.stands(id("law"), BEFORE, BEFORE));
    }
}
