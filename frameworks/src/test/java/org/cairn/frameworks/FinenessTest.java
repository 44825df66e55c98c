package org.cairn.frameworks;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The five core frameworks have one row for each duty, numbered as the law numbers it.
class FinenessTest {
    /// Notes such as "points (a)-(m)" say that a row stands for several.
    private static final Pattern FOLD =
            Pattern.compile("\\([a-z]+\\) *[-–] *\\([a-z]+\\)|\\([ivx]+\\) *[-–] *\\([ivx]+\\)|points? \\([a-z]\\) to");

    private static final Set<String> KINDS = Set.of(
            "group",
            "classification",
            "scope-question",
            "context",
            "exemption",
            "permission",
            "obligation",
            "prohibition",
            "conditional",
            "system-requirement",
            "information-content",
            "procedure",
            "right",
            "timing",
            "standard",
            "standard-required",
            "spec-required",
            "spec-addressable",
            "requirement",
            "control");

    private final FrameworkLibrary library = FrameworkLibrary.load();

    private List<Requirement> assessable(String framework) {
        return nodes(framework).stream().filter(Requirement::assessable).toList();
    }

    private List<Requirement> nodes(String framework) {
        return library.framework(new FrameworkId(framework)).requirements();
    }

    private Set<String> numbers(String framework) {
        return assessable(framework).stream().map(node -> node.id().number()).collect(toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-ai-act", "dora", "gdpr", "hipaa", "iso27001"})
    void noRowStandsForSeveralPoints(String framework) {
        for (Requirement node : assessable(framework)) {
            String text = node.title() + " " + node.citation() + " " + node.notes();
            assertTrue(!FOLD.matcher(text).find(), () -> node.id() + " folds points: " + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-ai-act", "dora", "gdpr", "hipaa", "iso27001"})
    void everyTitleIsAShortDutyOfAKnownKindThatBindsSomebody(String framework) {
        for (Requirement node : assessable(framework)) {
            int words = node.title().split("\\s+").length;
            assertTrue(words >= 3 && words <= 14, () -> node.id() + " has " + words + " words: " + node.title());
            assertTrue(!node.binds().isEmpty(), () -> node.id() + " binds nobody");
        }
        for (Requirement node : nodes(framework)) {
            assertTrue(KINDS.contains(node.kind()), () -> node.id() + " is of unknown kind " + node.kind());
        }
    }

    @Test
    void noTwoRowsOfOneParentReadTheSame() {
        for (Framework framework : library.frameworks().subList(0, 5)) {
            List<String> titles = framework.requirements().stream()
                    .filter(node -> node.parent().isPresent())
                    .map(node -> node.parent().orElseThrow().number() + ": " + node.title())
                    .toList();
            assertEquals(titles.stream().distinct().toList(), titles);
        }
    }

    @Test
    void everyHighRiskUseOfAnnexIIICanBeAnsweredByItself() {
        assertEquals(
                Set.copyOf(points("Annex III", List.of("abc", "", "abcd", "ab", "abcd", "abcde", "abcd", "ab"))),
                under("eu-ai-act", "Annex III("));
    }

    @Test
    void everyElementOfTheTechnicalDocumentationCanBeAnsweredByItself() {
        assertEquals(
                Set.copyOf(points("Annex IV", List.of("abcdefgh", "abcdefgh", "", "", "", "", "", "", ""))),
                under("eu-ai-act", "Annex IV("));
    }

    @Test
    void everyElementOfTheModelDocumentationCanBeAnsweredByItself() {
        assertEquals(Set.copyOf(points("Annex XI S1", List.of("abcdef", "abcde"))), under("eu-ai-act", "Annex XI S1("));
        assertEquals(Set.copyOf(points("Annex XI S2", List.of("", "", ""))), under("eu-ai-act", "Annex XI S2("));
        assertEquals(Set.copyOf(points("Annex XII", List.of("abcdefgh", "abc"))), under("eu-ai-act", "Annex XII("));
    }

    @Test
    void everyControlOfAnnexAIsThere() {
        Set<String> expected = Stream.of(
                        IntStream.rangeClosed(1, 37).mapToObj(number -> "A.5." + number),
                        IntStream.rangeClosed(1, 8).mapToObj(number -> "A.6." + number),
                        IntStream.rangeClosed(1, 14).mapToObj(number -> "A.7." + number),
                        IntStream.rangeClosed(1, 34).mapToObj(number -> "A.8." + number))
                .flatMap(each -> each)
                .collect(toSet());
        assertEquals(93, expected.size());
        assertEquals(expected, under("iso27001", "A."));
    }

    @Test
    void theFrameworksAreAtLeastAsFineAsTheBestPublicLists() {
        // The best public lists have 347 nodes of the AI Act, 260 of DORA itself and 287 of the GDPR.
        assertTrue(nodes("eu-ai-act").size() >= 347);
        assertTrue(nodes("dora").stream().filter(FinenessTest::ofLevel1).count() >= 260);
        assertTrue(nodes("gdpr").size() >= 287);
    }

    /// Acts of level 2 stand before their articles: `2024/1774 Art. 12`.
    private static boolean ofLevel1(Requirement node) {
        String number = node.id().number();
        return !number.matches("20\\d\\d/.*") && !number.equals("DORA-L2");
    }

    private Set<String> under(String framework, String prefix) {
        return numbers(framework).stream()
                .filter(number -> number.startsWith(prefix))
                .collect(toSet());
    }

    /// `points("X", ["ab", ""])` are X(1)(a), X(1)(b) and X(2).
    private static List<String> points(String annex, List<String> letters) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            String point = annex + "(" + (i + 1) + ")";
            if (letters.get(i).isEmpty()) {
                points.add(point);
            }
            letters.get(i).chars().forEach(letter -> points.add(point + "(" + (char) letter + ")"));
        }
        return points;
    }
}
