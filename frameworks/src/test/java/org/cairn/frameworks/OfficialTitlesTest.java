package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;

/// The text of the ISO standards is under copyright: titles are our own words. Titles of one or two words are left out:
/// `Logging` is nobody's.
class OfficialTitlesTest {
    private final FrameworkLibrary library = FrameworkLibrary.load();

    @Test
    void noTitleIsTheStandardsOwn() throws IOException {
        Set<String> official = official();
        for (String id : List.of("iso27001", "iso42001")) {
            for (Requirement node : library.framework(new FrameworkId(id)).requirements()) {
                for (Language language : Language.values()) {
                    String title = library.in(language).title(node).words();
                    assertFalse(official.contains(digest(title)), () -> node.id() + ": " + title);
                }
            }
        }
    }

    @Test
    void spellingAndCaseDoNotHideATitle() throws IOException {
        assertEquals(93, official().size());
        assertEquals(true, official().contains(digest("Segregation  of DUTIES.")));
    }

    private static String digest(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-zäöüß0-9]+", " ").strip();
        return Digest.sha256(Bytes.utf8(words)).hex();
    }

    private static Set<String> official() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OfficialTitlesTest.class.getResourceAsStream("official-titles.sha256"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }
}
