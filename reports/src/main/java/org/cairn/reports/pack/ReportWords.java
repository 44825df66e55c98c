package org.cairn.reports.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.frameworks.Language;

/// Every word that stands in a report and does not come from the model: one bundle a language, one place to check
/// for promises that we do not make.
public final class ReportWords {
    private static final Pattern SLOT = Pattern.compile("\\{([0-9])}");
    private static final Map<Language, ReportWords> READ = new ConcurrentHashMap<>();

    private final Language language;
    private final Properties words;
    private final DateTimeFormatter times;
    private final DateTimeFormatter days;

    private ReportWords(Language language, Properties words) {
        this.language = language;
        this.words = words;
        this.times = DateTimeFormatter.ofPattern(text("format.time"), locale()).withZone(ZoneOffset.UTC);
        this.days = DateTimeFormatter.ofPattern(text("format.day"), locale());
    }

    public static ReportWords english() {
        return in(Language.EN);
    }

    public static ReportWords in(Language language) {
        return READ.computeIfAbsent(language, ReportWords::read);
    }

    private static ReportWords read(Language language) {
        String name = switch (language) {
            case EN -> "words.properties";
            case DE -> "words_de.properties";
        };
        Properties words = new Properties();
        try (InputStream stream =
                        Objects.requireNonNull(ReportWords.class.getResourceAsStream(name), name + " is in this jar");
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle of words in our own jar", e);
        }
        return new ReportWords(language, words);
    }

    public Language language() {
        return language;
    }

    /// As BCP 47 and the manifest spell it, e.g. `de`.
    public String code() {
        return code(language);
    }

    static String code(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private Locale locale() {
        return Locale.of(code());
    }

    /// Every key, sorted.
    public List<String> keys() {
        return words.stringPropertyNames().stream().sorted().toList();
    }

    /// @param values replace `{0}`, `{1}`, … once; what looks like a slot inside a value stays as it is. Times and days
    ///               are written as readers of the language do; a number stays as it is: most name an entry
    public String text(String key, Object... values) {
        return SLOT.matcher(template(key))
                .replaceAll(slot -> Matcher.quoteReplacement(shown(values[Integer.parseInt(slot.group(1))])));
    }

    String template(String key) {
        String template = words.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return template;
    }

    private String shown(Object value) {
        return switch (value) {
            case Instant time -> time(time);
            case LocalDate day -> day(day);
            default -> String.valueOf(value);
        };
    }

    /// To the second, in UTC, and saying so.
    public String time(Instant time) {
        return times.format(time);
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /// An amount, with its thousands set apart.
    public String count(long amount) {
        return NumberFormat.getIntegerInstance(locale()).format(amount);
    }

    /// A word of the frameworks' own, such as the kind of a row; as it is where we have none for it.
    /// @param group `category`, `kind` or `binds`
    public String term(String group, String word) {
        return words.getProperty(termKey(group, word), word);
    }

    static String termKey(String group, String word) {
        String slug = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return group + '.' + (slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug);
    }

    public List<String> terms(String group, List<String> words) {
        return words.stream().map(word -> term(group, word)).toList();
    }

    /// A title with a mark where it is in another language than its surroundings.
    public String title(String title, Language in) {
        return in == language ? title : text("title.in-english", title);
    }

    /// The word for an enum's constant, e.g. `RequirementState.NOT_MET`.
    public String word(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /// What the constant means, for the glossary.
    public String meaning(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name() + ".meaning");
    }

    /// The paragraphs `key.1`, `key.2`, … as far as they are numbered without a gap.
    public List<String> paragraphs(String key, Object... values) {
        Stream<String> keys =
                IntStream.iterate(1, n -> n + 1).mapToObj(n -> key + "." + n).takeWhile(words::containsKey);
        return keys.map(numbered -> text(numbered, values)).toList();
    }
}
