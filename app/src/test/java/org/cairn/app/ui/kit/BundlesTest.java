package org.cairn.app.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The window's words: in English and in German, all of them, and nowhere else.
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/cairn/app/ui");
    private static final Path SOURCES = Path.of("src/main/java/org/cairn/app/ui");
    private static final Pattern SLOT = Pattern.compile("\\{[0-9]+");
    private static final Pattern WORD_BESIDE_SLOTS = Pattern.compile("^(?:[^{}\\p{L}]|\\{[0-9]+})*+.");

    /// German as in English: the product's name, and words and abbreviations that both languages have.
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "title",
            "title.open",
            "frame: brand",
            "frame: lock-after.short",
            "checklist: keys.guided.key",
            "scope: system",
            "scope: reach.reason",
            "start: title",
            "start: found.organisation",
            "start: found.passphrase",
            "unlock: passphrase",
            "unlock: way.passphrase",
            "unlock: way.token",
            "kit: problem.code",
            "kit: area.compliance",
            "kit: outcome.not-applicable",
            "kit: verdict.defect",
            "log: index",
            "log: filter",
            "evidence: filter",
            "evidence: column.hash",
            "intake: found.facts",
            "intake: replaces.piece",
            "intake: size.kib",
            "intake: size.mib",
            "preview: text",
            "checklist: filter",
            "checklist: narrowed.framework",
            "checklist: rollup",
            "checklist: saving.unchanged",
            "checklist: level.1",
            "checklist: keys.next.key",
            "checklist: keys.previous.key",
            "checklist: keys.unanswered.key",
            "checklist: keys.answer.key",
            "checklist: keys.note.key",
            "checklist: keys.attach.key",
            "checklist: keys.assign.key",
            "checklist: keys.filter.key",
            "checklist: keys.escape.key",
            "checklist: keys.help.key");

    /// A literal with a letter in it, given to something that shows it or says it to a screen reader.
    private static final Pattern SHOWN_LITERAL = Pattern.compile(
            "(new (Label|Button|Tooltip|Text|MenuItem|MenuButton|RadioMenuItem|CheckMenuItem|CheckBox|RadioButton|Hyperlink|ToggleButton|TitledPane|Tab)\\(|new"
                    + " TableColumn<[^>]*>\\("
                    + "|set(Text|PromptText|AccessibleText|AccessibleHelp|AccessibleRoleDescription|Title|HeaderText|ContentText)\\(|Parts\\.(label|paragraph)\\(|new"
                    + " Problem\\(\"[^\"]*\", )\\s*\"[^\"]*\\p{L}");

    private static Map<String, String> words(String file) throws IOException {
        Map<String, String> words = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path path : files.filter(each -> each.endsWith(file)).toList()) {
                Properties bundle = new Properties();
                try (Reader reader = Files.newBufferedReader(path)) {
                    bundle.load(reader);
                }
                String folder = RESOURCES.relativize(path.getParent()).toString();
                bundle.stringPropertyNames()
                        .forEach(key ->
                                words.put(folder.isEmpty() ? key : folder + ": " + key, bundle.getProperty(key)));
            }
        }
        return words;
    }

    @Test
    void everyBundleHasTheSameKeysInGerman() throws Exception {
        Map<String, String> english = words("texts.properties");

        assertFalse(english.isEmpty());
        assertEquals(english.keySet(), words("texts_de.properties").keySet());
    }

    @Test
    void everyMessageHasTheSamePlaceholdersInGerman() throws Exception {
        Map<String, String> german = words("texts_de.properties");

        List<String> different = words("texts.properties").entrySet().stream()
                .filter(message -> !slots(message.getValue()).equals(slots(german.getOrDefault(message.getKey(), ""))))
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of(), different);
    }

    private static Set<String> slots(String pattern) {
        return SLOT.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMessageIsAPatternThatTakesNumbersAndTexts() throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Map<String, String> words =
                    words(locale.equals(Locale.GERMAN) ? "texts_de.properties" : "texts.properties");
            words.forEach((key, pattern) -> {
                assertFalse(pattern.contains("'"), key + ": an apostrophe quotes what stands behind it");
                for (int amount : new int[] {0, 1, 7}) {
                    String text = new MessageFormat(pattern, locale)
                            .format(new Object[] {amount, amount, amount, amount, amount});
                    assertFalse(text.contains("{"), key + ": " + text);
                }
            });
        }
    }

    @Test
    void noGermanWordIsStillTheEnglishOne() throws Exception {
        Map<String, String> german = words("texts_de.properties");

        List<String> same = words("texts.properties").entrySet().stream()
                .filter(message -> message.getValue().equals(german.get(message.getKey())))
                .filter(message -> WORD_BESIDE_SLOTS.matcher(message.getValue()).find())
                .map(Map.Entry::getKey)
                .filter(key -> !SAME_IN_BOTH.contains(key))
                .toList();

        assertEquals(List.of(), same);
    }

    @Test
    void germanQuotesAsGermansDo() throws Exception {
        List<String> wrong = words("texts_de.properties").entrySet().stream()
                .filter(message -> Stream.of("\"", "”", "...").anyMatch(message.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void noWordsForPeopleStandInTheCode() throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                SHOWN_LITERAL
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(literal -> found.add(source.getFileName() + ": " + literal.group()));
            }
        }

        assertEquals(List.of(), found);
    }
}
