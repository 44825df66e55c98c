package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckId;
import org.cairn.collectors.host.CapturedTree;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.UnusableTree;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Platform;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Captured text of a Windows and a macOS host, set up as their checks ask; then with one thing changed.
final class ForeignHostTest {
    private static final CheckCatalogue CHECKS = CheckCatalogue.load();

    @TempDir
    private Path tree;

    private void copy(Platform platform) throws IOException {
        Path from = Path.of("src/test/host", platform.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = tree.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }

    private Map<CollectorId, Evidence> collect(Platform platform) throws UnusableTree, InterruptedException {
        HostReader host =
                new CapturedTree(tree, Optional.empty(), List.of()).open(new HostIdentity("desk", "anna"), Fakes.NOW);
        assertEquals(platform, host.platform());
        Map<CollectorId, Evidence> evidence = new TreeMap<>();
        for (Collector collector : Collectors.on(platform)) {
            evidence.put(
                    collector.id(),
                    collector.collect(host, host.observedBy(Fakes.CLOCK)).evidence());
        }
        return evidence;
    }

    private static Outcome outcome(CheckDefinition check, Map<CollectorId, Evidence> evidence) {
        Digest some = Digest.sha256(Bytes.empty());
        return CheckEvaluation.evaluate(
                check,
                Optional.ofNullable(evidence.get(check.reads()))
                        .map(each -> new RecordedEvidence(
                                new EvidenceId(some), 1, each.observedAt(), new PayloadRef(some, some, 1), each)),
                Fakes.NOW);
    }

    private static List<CheckDefinition> checksOf(Platform platform) {
        return CHECKS.checks().stream()
                .filter(check -> check.platform().equals(Optional.of(platform)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void everyCheckOfTheSystemIsSatisfiedOnAHardenedHost(Platform platform) throws Exception {
        copy(platform);
        Map<CollectorId, Evidence> evidence = collect(platform);
        List<String> others = new ArrayList<>();
        for (CheckDefinition check : checksOf(platform)) {
            Outcome outcome = outcome(check, evidence);
            if (!(outcome instanceof Outcome.Satisfied)) {
                others.add(check.id() + ": " + outcome);
            }
        }
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void noCheckIsSatisfiedWhereNothingWasCaptured(Platform platform) throws Exception {
        copy(platform);
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of("platform", "captured-at", "hostname")
                        .contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        Map<CollectorId, Evidence> evidence = collect(platform);
        for (CheckDefinition check : checksOf(platform)) {
            assertInstanceOf(
                    Outcome.Indeterminate.class,
                    outcome(check, evidence),
                    check.id().value());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void everyCheckIsMarkedAsTriedOnCapturedTextAndNamesChecksOfLinux(Platform platform) {
        for (CheckDefinition check : checksOf(platform)) {
            assertTrue(check.title().endsWith(" [tested on captured text only]"), check.title());
            for (CheckId same : check.origin().sameAs()) {
                assertEquals(
                        Optional.of(Platform.LINUX),
                        CHECKS.check(same).orElseThrow().platform(),
                        check.id().value());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void onEachSystemEveryQuestionIsAskedOnce(Platform platform) {
        List<CheckDefinition> asked = CHECKS.askedOf(platform);
        for (CheckDefinition check : asked) {
            boolean own = check.platform().equals(Optional.of(platform));
            assertEquals(own, CHECKS.asks(check, platform), check.id().value());
        }
        assertTrue(asked.containsAll(checksOf(platform)));
    }

    @ParameterizedTest
    @MethodSource("windowsFiles")
    void aCutAnswerOfPowerShellSatisfiesNothing(String file) throws Exception {
        copy(Platform.WINDOWS);
        Path captured = tree.resolve("cairn-captured").resolve(file);
        String text = Files.readString(captured).strip();
        for (int length : List.of(1, text.length() / 2, text.length() - 1)) {
            Files.writeString(captured, text.substring(0, length));
            Map<CollectorId, Evidence> evidence = collect(Platform.WINDOWS);
            List<String> refusing = evidence.values().stream()
                    .filter(each -> !each.refusals().isEmpty())
                    .map(each -> each.collector().value())
                    .toList();
            assertEquals(1, refusing.size(), file + " cut after " + length + ": " + refusing);
        }
    }

    static Stream<String> windowsFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/host/windows/cairn-captured"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void utf16IsRefusedWithWhatToDo() throws Exception {
        copy(Platform.WINDOWS);
        Path captured = tree.resolve("cairn-captured/updates.json");
        Files.write(captured, ("\uFEFF" + Files.readString(captured)).getBytes(StandardCharsets.UTF_16LE));
        Outcome outcome =
                outcome(CHECKS.check(new CheckId("sup.patch.windows")).orElseThrow(), collect(Platform.WINDOWS));
        assertTrue(outcome.toString().contains("save it as UTF-8"), outcome.toString());
    }

    /// @param from    what is replaced; empty to replace all of the file
    /// @param becomes how the outcome reads: a finding, or a gap
    record Change(Platform platform, String check, String file, String from, String to, String becomes) {}

    /// The lines of `changes.tsv`; `\n` in a field stands for a new line.
    static Stream<Change> changes() throws IOException {
        return Files.readAllLines(Path.of("src/test/host/changes.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace("\\n", "\n").split("\t", -1))
                .map(fields -> new Change(
                        Platform.worded(fields[0]).orElseThrow(),
                        fields[1],
                        fields[2],
                        fields[3],
                        fields[4],
                        fields[5]));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeTurnsTheCheckThatLooksAtIt(Change change) throws Exception {
        copy(change.platform());
        Path file = tree.resolve("cairn-captured").resolve(change.file()).normalize();
        String text = Files.readString(file);
        assertTrue(text.contains(change.from()), change.from());
        Files.writeString(file, change.from().isEmpty() ? change.to() : replaced(text, change.from(), change.to()));
        Outcome outcome = outcome(CHECKS.check(new CheckId(change.check())).orElseThrow(), collect(change.platform()));
        if (change.becomes().startsWith("?")) {
            assertInstanceOf(Outcome.Indeterminate.class, outcome);
            assertTrue(outcome.toString().contains(change.becomes().substring(1)), outcome.toString());
        } else {
            Outcome.NotSatisfied not = assertInstanceOf(Outcome.NotSatisfied.class, outcome);
            assertTrue(not.findings().getFirst().text().startsWith(change.becomes()), outcome.toString());
        }
    }

    private static String replaced(String text, String from, String to) {
        return from.equals("Success")
                ? text.replace(from, to)
                : text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    static Stream<String> checksWithoutAChange() throws IOException {
        List<String> changed = changes().map(Change::check).toList();
        return CHECKS.checks().stream()
                .filter(check -> check.platform().stream().anyMatch(platform -> platform != Platform.LINUX))
                .map(check -> check.id().value())
                .filter(id -> !changed.contains(id));
    }

    @Test
    void everyCheckIsTried() throws IOException {
        assertEquals(List.of(), checksWithoutAChange().toList());
    }
}
