package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.frameworks.Language;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Test;

/// What entries say of themselves: in English and in German, all of it, and with the same facts.
class EventWordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/cairn/app/workspace");
    private static final Path SOURCES = Path.of("src/main/java/org/cairn/app/workspace");
    private static final Pattern SLOT = Pattern.compile("\\{[0-9]+}");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+(?:\\.[a-z]+)?|unknown)\"");

    private static final Map<String, Enum<?>[]> KINDS = Map.of(
            "answer", AnswerStatus.values(),
            "role", Role.values(),
            "revoked", IdentityRevoked.Reason.values(),
            "decision", AnswerReviewed.Decision.values(),
            "treatment", Treatment.values(),
            "as", DeviationAccepted.As.values(),
            "result", PilotMeasured.Result.values(),
            "mark", AuditMark.values(),
            "erasure", ErasureReason.values());

    private static Map<String, String> words(String file) throws Exception {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            bundle.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        bundle.stringPropertyNames().forEach(key -> words.put(key, bundle.getProperty(key)));
        return words;
    }

    private static boolean isWord(String key) {
        return KINDS.containsKey(key.replaceFirst("\\..*", ""));
    }

    private static List<String> slots(String words) {
        return SLOT.matcher(words).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void everySentenceNamesTheSameInBothLanguagesAndIsNotTheSame() throws Exception {
        Map<String, String> english = words("events.properties");
        Map<String, String> german = words("events_de.properties");

        assertEquals(english.keySet(), german.keySet());
        english.forEach((key, words) -> {
            assertEquals(slots(words), slots(german.getOrDefault(key, "")), key);
            assertNotEquals(words, german.getOrDefault(key, ""), key);
        });
    }

    @Test
    void everySentenceOfTheCodeHasWordsAndNoWordsAreLeftOver() throws Exception {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path source : files.filter(
                            each -> String.valueOf(each.getFileName()).matches(".*Texts\\.java|Telling\\.java"))
                    .toList()) {
                KEY.matcher(Files.readString(source)).results().forEach(key -> said.add(key.group(1)));
            }
        }

        assertEquals(
                said,
                words("events.properties").keySet().stream()
                        .filter(key -> !isWord(key))
                        .map(key -> key.replaceFirst("(?<=scope-fact-stated|scope-profile-applied)\\.system$", ""))
                        .map(key -> key.replaceFirst("\\.before$", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyValueHasAWordAndNoWordIsOfNone() throws Exception {
        Set<String> used = new TreeSet<>();
        KINDS.forEach((kind, values) -> Stream.of(values).forEach(value -> {
            Saying.Phrase word = (Saying.Phrase) Saying.word(kind, value, "here");
            assertFalse(word.in(Language.DE).isBlank());
            used.add(word.key());
        }));

        assertEquals(
                used,
                words("events.properties").keySet().stream()
                        .filter(EventWordsTest::isWord)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatPeopleNamedIsSaidAsTheyNamedIt() {
        Saying said = Saying.of("workspace-founded", "cairn/o'neill {0} & {");

        assertEquals("workspace founded as cairn/o'neill {0} & {", said.in(Language.EN));
        assertEquals("Arbeitsbereich gegründet als cairn/o'neill {0} & {", said.in(Language.DE));
    }

    @Test
    void anImportedEntryIsToldInOneLanguageToItsEnd() {
        Saying said = Saying.of("entry-imported", 4, "cairn/b")
                .then(Saying.plain(": "))
                .then(Saying.of("control-answered", "NET-3", Saying.word("answer", AnswerStatus.PARTLY_MET)));

        assertEquals("entry 4 of cairn/b: NET-3 answered partly met", said.in(Language.EN));
        assertEquals("Eintrag 4 von cairn/b: NET-3 beantwortet: teilweise erfüllt", said.in(Language.DE));
    }
}
