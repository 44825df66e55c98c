package org.cairn.collectors.account;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What shadow(5) says of one account, without the hash: whether a password is set, locked or empty, by which method it
/// is hashed (crypt(5)), and when it changed.
final class ShadowState {
    private static final List<Map.Entry<String, String>> METHODS = List.of(
            Map.entry("$y$", "yescrypt"),
            Map.entry("$gy$", "gost-yescrypt"),
            Map.entry("$7$", "scrypt"),
            Map.entry("$2", "bcrypt"),
            Map.entry("$6$", "sha512"),
            Map.entry("$5$", "sha256"),
            Map.entry("$1$", "md5"),
            Map.entry("_", "bsdi-des"));

    private ShadowState() {}

    /// Replaces every password field by its state in brackets: `[empty]`, `[locked]`, `[none]`, `[set sha512]`.
    static String redact(String shadow) {
        return shadow.lines().map(ShadowState::redactLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String redactLine(String line) {
        String[] fields = line.split(":", -1);
        if (fields.length < 2) {
            return line.isBlank() ? "" : "[a line without fields]";
        }
        fields[1] = "[" + state(fields[1]) + "]";
        return String.join(":", fields);
    }

    /// `!` or `*` before a hash locks it; `*` and `!` alone mean that no password was ever set.
    private static String state(String field) {
        if (field.isEmpty()) {
            return "empty";
        }
        if (field.matches("[!*]+")) {
            return "none";
        }
        if (field.startsWith("!") || field.startsWith("*")) {
            return "locked";
        }
        return "set "
                + METHODS.stream()
                        .filter(method -> field.startsWith(method.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(field.startsWith("$") ? "unknown" : "des");
    }

    /// One line of the redacted file; empty if it is not nine fields.
    static Optional<Map<String, String>> parse(String line, LocalDate today) {
        String[] fields = line.split(":", -1);
        if (fields.length != 9 || !fields[1].startsWith("[") || !fields[1].endsWith("]")) {
            return Optional.empty();
        }
        String[] state = fields[1].substring(1, fields[1].length() - 1).split(" ", -1);
        Map<String, String> values = new TreeMap<>(Map.of("name", fields[0], "state", state[0]));
        if (state.length == 2) {
            values.put("method", state[1]);
        } else {
            values.put("method", "none");
        }
        if (fields[2].matches("[1-9]\\d{0,6}")) {
            LocalDate changed = LocalDate.ofEpochDay(Long.parseLong(fields[2]));
            values.put("changed-on", changed.toString());
            values.put("changed-days-ago", Long.toString(ChronoUnit.DAYS.between(changed, today)));
        }
        if (fields[4].matches("\\d{1,6}")) {
            values.put("maximum-days", fields[4]);
        }
        return Optional.of(values);
    }
}
