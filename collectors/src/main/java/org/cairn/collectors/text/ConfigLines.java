package org.cairn.collectors.text;

import java.util.ArrayList;
import java.util.List;

/// The lines of a configuration file that say something: joined where they end with a backslash, without blank lines
/// and lines whose first character is `#` or `;`.
public record ConfigLines(List<String> lines) {
    public ConfigLines {
        lines = List.copyOf(lines);
    }

    public static ConfigLines of(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (joined.isEmpty() && isComment(line)) {
                continue;
            }
            if (line.endsWith("\\")) {
                joined.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            joined.append(line);
            if (!joined.toString().isBlank()) {
                lines.add(joined.toString().strip());
            }
            joined.setLength(0);
        }
        if (!joined.toString().isBlank()) {
            lines.add(joined.toString().strip());
        }
        return new ConfigLines(lines);
    }

    private static boolean isComment(String line) {
        String start = line.stripLeading();
        return start.startsWith("#") || start.startsWith(";");
    }
}
