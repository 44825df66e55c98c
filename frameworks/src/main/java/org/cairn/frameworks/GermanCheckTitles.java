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

/// What the checks are called in German: each by its id, those over imported results by their family and the control.
final class GermanCheckTitles {
    private static final String FILE = "check-titles.de.properties";
    private static final Properties TITLES = read();

    private GermanCheckTitles() {}

    /// Ids, and families ending in `.*`.
    static Set<String> keys() {
        return TITLES.stringPropertyNames();
    }

    static Optional<String> of(CheckDefinition check) {
        String id = check.id().value();
        String own = TITLES.getProperty(id);
        if (own != null) {
            return Optional.of(own);
        }
        String family = TITLES.getProperty(family(id));
        String control = check.title().substring(check.title().lastIndexOf(' ') + 1);
        return Optional.ofNullable(family).map(words -> words + " " + control);
    }

    static String family(String id) {
        return id.substring(0, id.lastIndexOf('.') + 1) + "*";
    }

    private static Properties read() {
        Properties titles = new Properties();
        try (InputStream in = GermanCheckTitles.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return titles;
    }
}
