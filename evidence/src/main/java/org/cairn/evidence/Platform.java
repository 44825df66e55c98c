package org.cairn.evidence;

import java.util.Locale;
import java.util.Optional;

/// An operating system that collectors are written for.
public enum Platform {
    LINUX("Linux"),
    WINDOWS("Windows"),
    MACOS("macOS");

    /// Evidence of these is brought by people and is of no system.
    private static final String BROUGHT = "attachment";

    private static final String IMPORTED = "import.";
    private static final String RUNTIME = "runtime.";

    private final String text;

    Platform(String text) {
        this.text = text;
    }

    /// As its maker writes it.
    public String text() {
        return text;
    }

    /// The system whose hosts a collector reads: the first word of its id says so, and none of them says Linux. Empty
    /// where no host is asked.
    public static Optional<Platform> of(CollectorId collector) {
        String id = collector.value();
        if (id.equals(BROUGHT) || id.startsWith(IMPORTED) || id.startsWith(RUNTIME)) {
            return Optional.empty();
        }
        if (id.startsWith("windows.")) {
            return Optional.of(WINDOWS);
        }
        return Optional.of(id.startsWith("macos.") ? MACOS : LINUX);
    }

    /// @param name as in the system property `os.name`; everything that is neither of the others is taken for Linux
    public static Platform named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") ? MACOS : LINUX;
    }

    /// @param word `linux`, `windows` or `macos`
    public static Optional<Platform> worded(String word) {
        return switch (word) {
            case "linux" -> Optional.of(LINUX);
            case "windows" -> Optional.of(WINDOWS);
            case "macos" -> Optional.of(MACOS);
            default -> Optional.empty();
        };
    }
}
