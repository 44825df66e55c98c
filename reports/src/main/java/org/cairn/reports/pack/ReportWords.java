package org.cairn.reports.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every word that stands in a report and does not come from the model: one bundle, one place to translate and to check
/// for promises that we do not make.
public final class ReportWords {
    private static final Pattern SLOT = Pattern.compile("\\{([0-9])}");

    private final Properties words;

    private ReportWords(Properties words) {
        this.words = words;
    }

    public static ReportWords english() {
        Properties words = new Properties();
        try (InputStream stream = Objects.requireNonNull(
                        ReportWords.class.getResourceAsStream("words.properties"), "words.properties is in this jar");
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle of words in our own jar", e);
        }
        return new ReportWords(words);
    }

    /// Every key, sorted.
    public List<String> keys() {
        return words.stringPropertyNames().stream().sorted().toList();
    }

    /// @param values replace `{0}`, `{1}`, … once; what looks like a slot inside a value stays as it is
    public String text(String key, Object... values) {
        String template = words.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(slot.group(1))])));
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
