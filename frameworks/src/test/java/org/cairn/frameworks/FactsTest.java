package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares the data files, row by row, with the lists they were made from. Those lie outside the project. The five
/// core
/// frameworks were made finer since, and corrected: of them every node of the list is still there, and what changed is
/// told in `docs/framework-changes.md`.
class FactsTest {
    private static final Path FACTS = Path.of("../../shared/facts");

    /// Titles that were still the standard's own in the list.
    private static final Map<String, String> REWORDED =
            Map.of("Creating and updating", "Identify, format, review and approve documents when made or changed");

    private final FrameworkLibrary library = FrameworkLibrary.load();
    private final List<List<String>> repointed = listed("repointed.txt");
    private final List<List<String>> corrected = listed("corrected-relations.txt");

    static Stream<Arguments> frameworks() {
        return Stream.of(
                Arguments.of("soc2", List.of("soc2-tsc-2017-2022.csv")),
                Arguments.of("nist-800-53", List.of("nist-800-53r5-fedramp.csv")),
                Arguments.of("nist-ai-rmf", List.of("nist-ai-rmf-1.0.csv")),
                Arguments.of("iso42001", List.of("iso42001-2023.csv")),
                Arguments.of("enisa", List.of("enisa-ai.csv")),
                Arguments.of("fedramp-20x", List.of("fedramp-20x-ksi.csv")));
    }

    static Stream<Arguments> coreFrameworks() {
        return Stream.of(
                Arguments.of("eu-ai-act", List.of("eu-ai-act.csv")),
                Arguments.of("dora", List.of("dora.csv", "dora-level2.csv")),
                Arguments.of("gdpr", List.of("gdpr.csv")),
                Arguments.of("hipaa", List.of("hipaa.csv")),
                Arguments.of("iso27001", List.of("iso27001-2022.csv")));
    }

    @ParameterizedTest
    @MethodSource("coreFrameworks")
    void noNodeOfTheListWasLost(String id, List<String> files) throws IOException {
        Set<String> numbers = library.framework(new FrameworkId(id)).requirements().stream()
                .map(node -> node.id().number())
                .collect(Collectors.toSet());
        for (String file : files) {
            for (List<String> row : rows(file)) {
                assertTrue(numbers.contains(row.getFirst()), () -> id + " lacks " + row.getFirst());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyNodeIsAsInTheList(String id, List<String> files) throws IOException {
        List<List<String>> expected = new ArrayList<>();
        for (String file : files) {
            expected.addAll(rows(file));
        }
        expected.replaceAll(row -> with(row, 2, REWORDED.getOrDefault(row.get(2), row.get(2))));
        Framework framework = library.framework(new FrameworkId(id));
        assertEquals(
                expected, framework.requirements().stream().map(FactsTest::row).toList());
    }

    private static List<String> row(Requirement node) {
        return List.of(
                node.id().number(),
                node.parent().map(parent -> parent.number()).orElse(""),
                node.title(),
                String.join(";", node.binds()),
                node.kind(),
                node.notes());
    }

    private static List<String> with(List<String> row, int column, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }

    @Test
    void everyControlIsAsInTheList() throws IOException {
        assertEquals(
                rows("checklist-items.csv").stream()
                        .map(row -> List.of(row.get(0), row.get(1), row.get(3)))
                        .toList(),
                library.controls().stream()
                        .map((Control control) -> List.of(control.id().value(), control.category(), control.title()))
                        .toList());
    }

    @Test
    void everyRowOfTheMappingIsThereInItsOrder() throws IOException {
        Map<String, String> ids = Map.of(
                "iso27001-2022", "iso27001",
                "soc2-tsc-2017-2022", "soc2",
                "nist-800-53r5-fedramp", "nist-800-53",
                "nist-ai-rmf-1.0", "nist-ai-rmf");
        List<List<String>> rows = new ArrayList<>(rows("checklist-mapping.csv"));
        rows.addAll(rows("extra-items-mapping.csv"));
        assertEquals(656, rows.size());
        List<List<String>> expected = rows.stream()
                .map(row ->
                        finer(List.of(row.get(0), ids.getOrDefault(row.get(1), row.get(1)), row.get(2), row.get(3))))
                .map(this::corrected)
                .toList();
        List<List<String>> mappings = library.mappings().stream()
                .map(mapping -> List.of(
                        mapping.control().value(),
                        mapping.requirement().framework().value(),
                        mapping.requirement().number(),
                        mapping.relation().name().toLowerCase(Locale.ROOT)))
                .filter(expected::contains)
                .toList();
        List<List<String>> unrelated = library.catalogue().unrelated().stream()
                .map(each -> List.of(each.control().value(), each.framework().value(), "", "no_relationship"))
                .filter(expected::contains)
                .toList();
        assertEquals(expected.stream().filter(row -> !row.get(2).isEmpty()).toList(), mappings);
        assertEquals(expected.stream().filter(row -> row.get(2).isEmpty()).toList(), unrelated);
    }

    /// The row with its requirement replaced by the finer one of `repointed.txt`, if it is listed there.
    private List<String> finer(List<String> row) {
        return repointed.stream()
                .filter(each -> each.subList(0, 3).equals(row.subList(0, 3)))
                .findFirst()
                .map(each -> with(row, 2, each.get(3)))
                .orElse(row);
    }

    /// The row with its relation replaced by the one of `corrected-relations.txt`, if it is listed there.
    private List<String> corrected(List<String> row) {
        return corrected.stream()
                .filter(each -> each.subList(0, 4).equals(row))
                .findFirst()
                .map(each -> with(row, 3, each.get(4)))
                .orElse(row);
    }

    @Test
    void everyRowThatWasRepointedGoesToARowOfTheSameArticle() {
        for (List<String> row : repointed) {
            assertEquals(article(row.get(2)), article(row.get(3)), () -> String.join(" ", row));
        }
        assertEquals(repointed.size(), Set.copyOf(repointed).size());
    }

    /// `2024/1774 Art. 12(2)(c)` belongs to `2024/1774 Art. 12`, `164.514(d)` to `164.514`.
    private static String article(String number) {
        return number.split("\\(", 2)[0];
    }

    private static List<List<String>> listed(String file) {
        try (InputStream in = Objects.requireNonNull(FactsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" \\| ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a comma-separated list (RFC 4180; no field holds a line break), without its head.
    private static List<List<String>> rows(String file) throws IOException {
        Path path = FACTS.resolve(file);
        assumeTrue(Files.isRegularFile(path), path + " is not here: it lies outside the project");
        return Files.readAllLines(path).stream().skip(1).map(FactsTest::fields).toList();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
