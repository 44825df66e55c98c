package org.cairn.frameworks;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.cairn.checklist.check.CheckDefinition;

/// One kind of words of the checks in German: each by its check's id, those over imported results by their family.
final class GermanChecks {
    static final GermanChecks TITLES = new GermanChecks("check-titles.de.properties");
    static final GermanChecks REMEDIATION = new GermanChecks("check-remediation.de.properties");

    private final Properties words;

    private GermanChecks(String file) {
        this.words = read(file);
    }

    /// What a check is called; the title of a family ends with the control.
    static Optional<String> title(CheckDefinition check) {
        String control = check.title().substring(check.title().lastIndexOf(' ') + 1);
        return TITLES.own(check).or(() -> TITLES.ofFamily(check).map(words -> words + " " + control));
    }

    /// What to do where it is not satisfied.
    static Optional<String> remediation(CheckDefinition check) {
        return REMEDIATION.own(check).or(() -> REMEDIATION.ofFamily(check));
    }

    /// Ids, and families ending in `.*`.
    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private Optional<String> own(CheckDefinition check) {
        return Optional.ofNullable(words.getProperty(check.id().value()));
    }

    private Optional<String> ofFamily(CheckDefinition check) {
        return Optional.ofNullable(words.getProperty(family(check.id().value())));
    }

    static String family(String id) {
        return id.substring(0, id.lastIndexOf('.') + 1) + "*";
    }

    private static Properties read(String file) {
        Properties words = new Properties();
        try (InputStream in = GermanChecks.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return words;
    }
}
