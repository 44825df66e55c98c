package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Relation;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWordsTest {
    /// Promises that a report must not make, in lower case.
    private static final List<String> PROMISES = List.of(
            "certifies",
            "certified",
            "compliant with",
            "complies with",
            "in compliance with",
            "satisfies art",
            "satisfies the requirement",
            "fulfils",
            "guarantee",
            "tamper-proof",
            "legally");

    private final ReportWords words = ReportWords.english();

    @Test
    void noWordOfTheBundlePromisesConformity() {
        List<String> promising = words.keys().stream()
                .map(key -> key + "=" + words.text(key, "", "", "", "", "", "", "", ""))
                .filter(line -> PROMISES.stream()
                        .anyMatch(promise -> line.toLowerCase(Locale.ROOT).contains(promise)))
                .toList();

        assertEquals(List.of(), promising);
    }

    @Test
    void everyStatusHasAWordAndAMeaning() {
        Stream.<Enum<?>[]>of(
                        RequirementState.values(),
                        AnswerStatus.values(),
                        OutcomeKind.values(),
                        WorkState.values(),
                        Relation.values())
                .flatMap(Stream::of)
                .forEach(status -> {
                    words.word(status);
                    words.meaning(status);
                });
        Stream.<Enum<?>[]>of(PackKind.values(), Refusal.Why.values(), Source.How.values())
                .flatMap(Stream::of)
                .forEach(words::word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{1}", "$1", "\\", "{"})
    void aValueThatLooksLikeASlotStaysAsItIs(String value) {
        assertEquals(
                value + " cosigned the state of {0} entries, at 7 by its own clock",
                words.text("ledger.witness", value, "{0}", "7"));
    }

    @Test
    void anUnknownKeyIsAFaultOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> words.text("no.such.key"));
    }
}
