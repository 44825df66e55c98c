package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Relation;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Impact;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Likelihood;
import org.cairn.reports.pdf.Depth;
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
            "legally",
            "zertifiziert",
            "konform mit",
            "konform zu",
            "erfüllt art",
            "erfüllt die anforderung",
            "erfüllt das gesetz",
            "garantier",
            "fälschungssicher",
            "manipulationssicher",
            "rechtssicher",
            "gesetzeskonform");

    /// German as in English: names, units, formats, commands and words that both languages have.
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "document.title",
            "requirement.citation",
            "requirement.answered",
            "cover.pack",
            "scope.organisation",
            "ledger.origin",
            "ledger.key.value",
            "finding",
            "refusal",
            "check.line",
            "register.rating",
            "column.bytes",
            "column.commitment",
            "sign.entry",
            "sign.code-point",
            "sign.hash",
            "verification.command.1",
            "verification.command.2",
            "verification.command.3",
            "category.compliance",
            "kind.standard",
            "binds.system");

    private final ReportWords words = ReportWords.english();
    private final ReportWords german = ReportWords.in(Language.DE);

    @Test
    void germanHasEveryKeyOfEnglishAndNoOther() {
        assertEquals(words.keys(), german.keys());
    }

    @Test
    void germanHasThePlaceholdersOfEnglish() {
        List<String> different = words.keys().stream()
                .filter(key -> !slots(words, key).equals(slots(german, key)))
                .toList();

        assertEquals(List.of(), different);
    }

    private static NavigableSet<String> slots(ReportWords words, String key) {
        String[] marks = IntStream.range(0, 8).mapToObj(n -> "«" + n + "»").toArray(String[]::new);
        return Pattern.compile("«[0-9]»")
                .matcher(words.text(key, (Object[]) marks))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingIsLeftInEnglish() {
        List<String> same = words.keys().stream()
                .filter(key -> words.template(key).equals(german.template(key)))
                .filter(key -> !SAME_IN_BOTH.contains(key))
                .toList();

        assertEquals(List.of(), same);
    }

    @Test
    void everyWordThatTheFrameworksUseHasOneInBothLanguages() {
        FrameworkLibrary library = FrameworkLibrary.load();
        NavigableSet<String> missing = new TreeSet<>();
        library.controls().forEach(control -> missing.add(ReportWords.termKey("category", control.category())));
        library.frameworks().stream()
                .flatMap(framework -> framework.requirements().stream())
                .forEach(node -> {
                    missing.add(ReportWords.termKey("kind", node.kind()));
                    node.binds().forEach(bound -> missing.add(ReportWords.termKey("binds", bound)));
                });
        german.keys().forEach(missing::remove);

        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void timesDaysAndAmountsAreWrittenAsTheLanguageWritesThem() {
        Instant time = Instant.parse("2026-02-03T04:05:06.789Z");
        LocalDate day = LocalDate.of(2026, 2, 3);

        assertEquals(
                List.of("2026-02-03 04:05:06 UTC", "2026-02-03", "1,234,567"),
                List.of(words.time(time), words.day(day), words.count(1_234_567)));
        assertEquals(
                List.of("03.02.2026 04:05:06 UTC", "03.02.2026", "1.234.567"),
                List.of(german.time(time), german.day(day), german.count(1_234_567)));
        assertEquals(
                "Gelöschtes: gelöscht am 03.02.2026 04:05:06 UTC durch Anna (Eintrag 1307), Grund; Zeilen: NET-1",
                german.text("erased.line", "Gelöschtes", time, "Anna", 1307L, "Grund", "NET-1"));
    }

    @Test
    void aTitleInAnotherLanguageSaysSo() {
        assertEquals("Clocks agree (englisch)", german.title("Clocks agree", Language.EN));
        assertEquals("Uhren stimmen überein", german.title("Uhren stimmen überein", Language.DE));
        assertEquals("Clocks agree", words.title("Clocks agree", Language.EN));
    }

    @Test
    void noWordOfTheBundlesPromisesConformity() {
        List<String> promising = Stream.of(words, german)
                .flatMap(bundle ->
                        bundle.keys().stream().map(key -> key + "=" + bundle.text(key, "", "", "", "", "", "", "", "")))
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
                    german.word(status);
                    german.meaning(status);
                });
        Stream.<Enum<?>[]>of(
                        PackKind.values(),
                        Depth.values(),
                        StatementRow.Decision.values(),
                        StatementRow.Implementation.values(),
                        StatementRow.Missing.values(),
                        AcceptedRisk.Standing.values(),
                        RegisterRow.Borne.values(),
                        Treatment.values(),
                        Refusal.Why.values(),
                        Source.How.values(),
                        Likelihood.values(),
                        Impact.values())
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
