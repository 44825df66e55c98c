package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.Requirement;
import org.junit.jupiter.api.Test;

/// Guidance is written for its row. A sentence that stands twice was written for neither.
class GuidanceTest {
    private static final FrameworkLibrary LIBRARY = FrameworkLibrary.load();

    private static Stream<Guidance> all() {
        return LIBRARY.frameworks().stream()
                .flatMap(framework -> framework.requirements().stream())
                .map(Requirement::id)
                .flatMap(id -> LIBRARY.guidance(id).stream());
    }

    @Test
    void noPlainSentenceStandsTwice() {
        assertEquals(
                List.of(), repeated(all().flatMap(each -> Stream.of(each.plain().split("(?<=[.?!]) ")))));
    }

    @Test
    void noExampleOfEvidenceStandsTwice() {
        assertEquals(List.of(), repeated(all().flatMap(each -> each.evidence().stream())));
    }

    @Test
    void plainWordsAreOneOrTwoSentencesOfReadableLength() {
        List<String> others = all().filter(each -> {
                    int sentences = each.plain().split("(?<=[.?!]) ").length;
                    int length = each.plain().length();
                    return sentences > 2 || length < 20 || length > 400;
                })
                .map(each -> each.requirement() + ": " + each.plain())
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void noWordPromisesConformity() {
        List<String> promises = List.of("certified", "ensures compliance", "guarantees compliance", "fully compliant");
        List<String> found = new ArrayList<>();
        all().forEach(each -> promises.stream()
                .filter(promise -> (each.plain() + " " + String.join(" ", each.evidence())).contains(promise))
                .forEach(promise -> found.add(each.requirement() + ": " + promise)));
        assertEquals(List.of(), found);
    }

    private static List<String> repeated(Stream<String> texts) {
        Map<String, Long> counts = texts.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getValue() + "× " + entry.getKey())
                .toList();
    }
}
