package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// No text of ours has eight words in a row of a standard's text. Only texts that may be kept beside the project are
/// compared with: the controls of NIST SP 800-53.
class BorrowedTextTest {
    private static final Path STANDARD =
            Path.of("../../shared/data/oscal/NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog-min.json");
    private static final Path CONTENT = Path.of("src/main/resources/org/cairn/frameworks");
    private static final int WORDS = 8;

    @Test
    void noTextHasEightWordsInARowOfTheStandard() throws IOException {
        assumeTrue(Files.exists(STANDARD), "the text of the standard lies outside the project and is not here");
        Set<List<String>> standard = runs(texts(STANDARD, "prose"));
        assertTrue(standard.size() > 50_000, "the standard was not read: " + standard.size());
        List<String> borrowed = new ArrayList<>();
        for (Path file : files()) {
            for (String text : texts(file, "")) {
                if (runs(List.of(text)).stream().anyMatch(standard::contains)) {
                    borrowed.add(file.getFileName() + ": " + text);
                }
            }
        }
        assertEquals(List.of(), borrowed);
    }

    @Test
    void aSentenceOfTheStandardIsFoundWhateverItsCaseAndMarks() {
        Set<List<String>> standard =
                runs(List.of("Employ the principle of least privilege, allowing only authorized accesses."));
        assertFalse(runs(List.of("To employ the Principle of Least Privilege -- allowing only what is needed")).stream()
                .noneMatch(standard::contains));
        assertTrue(runs(List.of("Give each account only the rights that its work needs")).stream()
                .noneMatch(standard::contains));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertTrue(all.size() > 40, "the content was not found");
            return all;
        }
    }

    private static Set<List<String>> runs(List<String> texts) {
        Set<List<String>> runs = new HashSet<>();
        for (String text : texts) {
            List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            for (int at = 0; at + WORDS <= words.size(); at++) {
                runs.add(words.subList(at, at + WORDS));
            }
        }
        return runs;
    }

    /// All texts of fields with this name, or of all fields where none is given.
    private static List<String> texts(Path file, String field) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && (field.isEmpty() || field.equals(parser.currentName()))) {
                    texts.add(parser.getString());
                }
            }
        }
        return texts;
    }
}
