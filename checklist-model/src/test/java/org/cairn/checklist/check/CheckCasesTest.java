package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases beside each check. `-Dcases.dir=FOLDER` runs the same over another folder.
final class CheckCasesTest {
    private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

    static Stream<CheckCase> cases() throws IOException {
        Path folder = Path.of(System.getProperty("cases.dir", "src/test/cases")).resolve("check");
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(CheckCase::read)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    void concludesWhatTheCaseSays(CheckCase one) throws MalformedJson {
        CheckDefinition check = CATALOGUE.check(new CheckId(one.checkId())).orElseThrow();
        RecordedEvidence evidence = one.evidence(check.reads());
        Outcome outcome = CheckEvaluation.evaluate(check, Optional.of(evidence), one::beside, CheckCase.OBSERVED_AT);
        switch (outcome) {
            case Outcome.Satisfied satisfied -> {
                assertTrue(one.expects("pass"), one.file() + ": " + satisfied);
                assertEquals(evidence.id(), satisfied.basis().getFirst());
            }
            case Outcome.NotSatisfied not -> {
                assertTrue(one.expects("fail"), one.file() + ": " + not);
                assertEquals(
                        one.expected("findings"),
                        not.findings().stream().map(Finding::text).toList(),
                        one.file().toString());
            }
            case Outcome.Indeterminate indeterminate -> {
                assertTrue(one.expects("unknown"), one.file() + ": " + indeterminate);
                assertEquals(
                        one.expected("gaps"),
                        indeterminate.gaps().stream().map(CheckCase::inWords).toList(),
                        one.file().toString());
            }
            case Outcome.NotApplicable never -> assertFalse(true, "a check never decides " + never);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    void isStaleOnceItsTimeToLiveHasPassed(CheckCase one) throws MalformedJson {
        CheckDefinition check = CATALOGUE.check(new CheckId(one.checkId())).orElseThrow();
        RecordedEvidence evidence = one.evidence(check.reads());
        Duration late = check.timeToLive().plusSeconds(1);
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.Stale(evidence.id(), late, check.timeToLive()))),
                CheckEvaluation.evaluate(check, Optional.of(evidence), one::beside, CheckCase.OBSERVED_AT.plus(late)));
    }

    @Test
    void everyCheckOfTheCatalogueHasCasesThatPassThatFailAndThatCannotBeTold() throws IOException {
        List<CheckCase> all;
        try (Stream<Path> files = Files.walk(Path.of("src/test/cases/check"))) {
            all = files.filter(file -> file.toString().endsWith(".json"))
                    .map(CheckCase::read)
                    .toList();
        }
        Set<CheckId> built = ImportRules.load().definitions().stream()
                .map(CheckDefinition::id)
                .collect(Collectors.toSet());
        for (CheckDefinition check : CATALOGUE.checks()) {
            if (built.contains(check.id())) {
                continue;
            }
            for (String kind : List.of("pass", "fail", "unknown")) {
                assertTrue(
                        all.stream()
                                .anyMatch(one -> one.checkId().equals(check.id().value()) && one.expects(kind)),
                        check.id() + " has no case that ends with ." + kind + ".json");
            }
        }
    }
}
