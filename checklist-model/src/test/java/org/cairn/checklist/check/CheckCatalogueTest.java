package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckCatalogueTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/cairn/checklist/check");

    @Test
    void listsEveryFolderOfDefinitions() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<String> there = folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(ArrayList::new));
            ImportRules.load()
                    .definitions()
                    .forEach(check -> there.add(check.id().value()));
            assertEquals(
                    new TreeSet<>(there),
                    new TreeSet<>(CheckCatalogue.load().checks().stream()
                            .map(c -> c.id().value())
                            .toList()));
        }
    }

    @Test
    void noCheckClaimsAWholeControlWithoutSayingWhyNothingIsLeft() {
        CheckCatalogue.load().checks().stream()
                .flatMap(check -> check.feeds().stream())
                .forEach(feed -> assertTrue(feed.remainder().length() > 20, feed.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\": | \"titel\": | check.titel is not known",
                "\"P7D\" | \"7 days\" | check.timeToLive is no ISO 8601 duration",
                "\"noItem\" | \"noItems\" | check.rule.noItems is not known",
                "\"where\": | \"wherever\": | check.rule.noItem.wherever is not known",
                "\"partial\" | \"most\" | check.feeds[0].coverage is neither partial nor full",
                "\"NET-3\" | \"NET3\" | not a control id: NET3",
                "\"satisfied\" | \"fine\" | check.rule.noItem.whenEmpty is neither unknown nor satisfied",
                "\"sinceVersion\": 1 | \"sinceVersion\": 0 | net.listen: version 0, time to live PT168H",
            })
    void refusesADefinitionThatIsNotWhollyUnderstood(String from, String to, String problem) throws IOException {
        String text = Files.readString(FOLDER.resolve("net.listen/check.json"));
        assertTrue(text.contains(from), from);
        MalformedCheck refusal = assertThrows(
                MalformedCheck.class, () -> CheckDefinitionReader.read(Bytes.utf8(text.replaceFirst(from, to))));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(problem), refusal.getMessage());
    }
}
