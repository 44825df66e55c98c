package org.cairn.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// In which colours and which language a person works.
enum Manner {
    LIGHT("light", "en"),
    DARK("dark", "en"),
    LIGHT_GERMAN("light", "de"),
    DARK_GERMAN("dark", "de");

    private final String look;
    private final String language;

    Manner(String look, String language) {
        this.look = look;
        this.language = language;
    }

    /// The usual one alone; all of them with `-Dcairn.paths=all`.
    static Stream<Manner> walked(Manner usual) {
        return all() ? Stream.of(values()) : Stream.of(usual);
    }

    static boolean all() {
        return "all".equals(System.getProperty("cairn.paths"));
    }

    /// As if it had been chosen in an earlier sitting.
    void settle(Path folder) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(settings.resolve("window.properties"), "scheme=" + look + "\nlanguage=" + language + "\n");
    }

    String folder() {
        return look + "-" + language;
    }
}
