package org.cairn.frameworks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands beside the catalogue. That a translation has the rows and the numbers of texts of the English is a
/// condition of loading (`src/test/cases/catalogue/german-*.fail`).
class ContentTest {
    private static final FrameworkLibrary LIBRARY = FrameworkLibrary.load();
    private static final List<Framework> CORE = LIBRARY.frameworks().subList(0, 5);

    @ParameterizedTest
    @EnumSource
    void everyControlHasGuidanceInBothLanguages(Language language) {
        assertEquals(65, LIBRARY.controls().size());
        for (Control control : LIBRARY.controls()) {
            ControlGuidance guidance = LIBRARY.content().guidance(control.id()).orElseThrow();
            assertEquals(language, LIBRARY.in(language).guidance(guidance).language());
            assertEquals(language, LIBRARY.in(language).title(control).language());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSentenceAboutAControlStandsTwice(Language language) {
        Stream<ControlWords> words = LIBRARY.controls().stream()
                .map(control -> LIBRARY.content().guidance(control.id()).orElseThrow())
                .map(guidance -> LIBRARY.in(language).guidance(guidance).words());
        assertEquals(
                List.of(),
                repeated(words.flatMap(each -> Stream.of(
                                Stream.of(each.title(), each.question()),
                                sentences(each.intent()),
                                each.verify().stream(),
                                each.evidence().stream())
                        .flatMap(Function.identity()))));
    }

    @ParameterizedTest
    @EnumSource
    void noObjectionStandsTwiceInOneFramework(Language language) {
        for (Framework framework : CORE) {
            Stream<RequirementId> nodes = framework.requirements().stream()
                    .map(Requirement::id)
                    .filter(id -> LIBRARY.objections(id)
                            .filter(each -> each.node().equals(id))
                            .isPresent());
            assertEquals(
                    List.of(),
                    repeated(nodes.flatMap(id -> LIBRARY.in(language).objections(id).orElseThrow().words().stream())),
                    framework.id()::toString);
        }
    }

    @Test
    void everyNodeOfTheCoreFrameworksHasAGermanTitleOfItsOwn() {
        List<String> same = new ArrayList<>();
        for (Framework framework : CORE) {
            for (Requirement node : framework.requirements()) {
                Said<String> german = LIBRARY.in(Language.DE).title(node);
                assertEquals(Language.DE, german.language(), () -> node.id() + " has no German title");
                if (german.words().equals(node.title())
                        && node.title().contains(" ")
                        && node.parent().isPresent()) {
                    same.add(node.id() + ": " + node.title());
                }
            }
        }
        assertEquals(List.of(), same);
    }

    @Test
    void whatHasNoTranslationIsSaidInEnglishAndSaysSo() {
        Requirement node =
                LIBRARY.framework(new FrameworkId("soc2")).requirements().getLast();
        assertEquals(
                new Said<>(node.title(), Language.EN), LIBRARY.in(Language.DE).title(node));
    }

    @ParameterizedTest
    @EnumSource
    void responsibilitiesAndThreatsAreThereInBothLanguages(Language language) {
        Wording wording = LIBRARY.in(language);
        assertEquals(7, LIBRARY.content().responsibilities().size());
        assertEquals(4, LIBRARY.content().threats().size());
        assertTrue(LIBRARY.content().responsibilities().stream()
                .allMatch(each -> wording.responsibility(each).language() == language));
        assertTrue(LIBRARY.content().threats().stream()
                .allMatch(each -> wording.threat(each).language() == language));
        assertEquals(
                List.of(),
                repeated(Stream.concat(
                        LIBRARY.content().responsibilities().stream()
                                .map(each -> wording.responsibility(each).words())
                                .flatMap(each -> Stream.concat(
                                        Stream.of(each.area(), each.organisation(), each.supplier()),
                                        each.evidence().stream())),
                        LIBRARY.content().threats().stream()
                                .map(each -> wording.threat(each).words())
                                .flatMap(each -> Stream.concat(
                                        Stream.of(each.title(), each.description(), each.treatment()),
                                        each.signs().stream())))));
    }

    @Test
    void guidanceOnAControlCarriesItsFacts() {
        ControlGuidance guidance =
                LIBRARY.content().guidance(new ControlId("NET-4")).orElseThrow();
        assertNotEquals(
                guidance.words(), LIBRARY.in(Language.DE).guidance(guidance).words());
        assertEquals(
                LIBRARY.control(new ControlId("NET-4")).orElseThrow().title(),
                guidance.words().title());
    }

    @Test
    void everyPairOfCoreFrameworksIsLinked() {
        var pairs = LIBRARY.content().links().stream()
                .map(link -> Stream.of(link.from(), link.to())
                        .map(id -> id.framework().value())
                        .sorted()
                        .toList())
                .collect(groupingBy(List::toString, TreeMap::new, counting()));
        assertEquals(10, pairs.size(), pairs::toString);
    }

    private static Stream<String> sentences(String text) {
        return Stream.of(text.split("(?<=[.?!]) "));
    }

    private static List<String> repeated(Stream<String> texts) {
        return texts
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(groupingBy(Function.identity(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getValue() + "× " + entry.getKey())
                .toList();
    }
}
