package org.cairn.collectors.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of settings, `name = value`, `NAME value` or `Name=value` a line, with or without `[section]` headings. Names
/// are compared in lower case; the last setting wins.
/// @param unknownLines how many lines were none of these
public record KeyValues(Map<String, String> values, int unknownLines) {
    private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9_.:/-]*)(?:\\s*=\\s*|\\s+|$)(.*)");

    public KeyValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static KeyValues empty() {
        return new KeyValues(Map.of(), 0);
    }

    public static KeyValues parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int unknown = 0;
        for (String line : ConfigLines.of(text).lines()) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                values.put(setting.group(1).toLowerCase(Locale.ROOT), unquoted(setting.group(2)));
            } else if (!line.startsWith("[") || !line.endsWith("]")) {
                unknown++;
            }
        }
        return new KeyValues(values, unknown);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// These settings, overridden by `later`.
    public KeyValues then(KeyValues later) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(later.values);
        return new KeyValues(all, unknownLines + later.unknownLines);
    }

    private static String unquoted(String value) {
        String text = value.replaceFirst("\\s+#.*$", "").strip();
        boolean quoted = text.length() >= 2
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
