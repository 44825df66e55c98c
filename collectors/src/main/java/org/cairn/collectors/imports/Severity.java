package org.cairn.collectors.imports;

import java.util.Locale;
import java.util.Optional;

/// The tools' words for how bad a finding is, as one scale: `critical`, `high`, `medium`, `low`, `none`.
public final class Severity {
    private Severity() {}

    /// Empty where the word says that nobody knows, or is none of those known.
    public static Optional<String> of(String word) {
        return Optional.ofNullable(
                switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "critical", "fatal" -> "critical";
                    case "high", "important", "error", "cat i" -> "high";
                    case "medium", "moderate", "warning", "cat ii" -> "medium";
                    case "low", "minor", "note", "cat iii" -> "low";
                    case "negligible", "none", "info", "informational" -> "none";
                    default -> null;
                });
    }

    /// CVSS v3.1 specification, section 5, table 14: the qualitative scale.
    public static Optional<String> ofScore(double score) {
        if (score >= 9) {
            return Optional.of("critical");
        }
        if (score >= 7) {
            return Optional.of("high");
        }
        if (score >= 4) {
            return Optional.of("medium");
        }
        return score > 0 ? Optional.of("low") : Optional.empty();
    }
}
