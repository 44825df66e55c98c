package org.cairn.collectors.software;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.Origin;

/// Reads sources.list(5): the one-line form and the deb822 form.
/// @param sources `uri`, `place`, `signatures` (`not checked` where switched off), `enabled`
record AptSources(List<Map<String, String>> sources, int unknownLines) {
    private static final Pattern LINE = Pattern.compile("deb(?:-src)?\\s+(?:\\[([^]]*)]\\s+)?(\\S+)\\s+\\S+.*");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z-]+):\\s*(.*)");

    AptSources {
        sources = List.copyOf(sources);
    }

    static AptSources parseList(String text) {
        List<Map<String, String>> sources = new ArrayList<>();
        int unknown = 0;
        for (String line : text.lines()
                .map(l -> l.replaceFirst("#.*", "").strip())
                .filter(l -> !l.isEmpty())
                .toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                Map<String, String> options = new HashMap<>();
                String given = matcher.group(1) == null ? "" : matcher.group(1);
                for (String option : given.strip().split("\\s+", -1)) {
                    String[] parts = option.split("=", 2);
                    options.put(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1] : "");
                }
                sources.add(source(matcher.group(2), options, true));
            } else {
                unknown++;
            }
        }
        return new AptSources(sources, unknown);
    }

    static AptSources parseDeb822(String text) {
        List<Map<String, String>> sources = new ArrayList<>();
        int unknown = 0;
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String line :
                (text + "\n\n").lines().filter(l -> !l.startsWith("#")).toList()) {
            Matcher field = FIELD.matcher(line);
            if (line.isBlank()) {
                stanza(fields, sources);
                fields.clear();
            } else if (field.matches()) {
                last = field.group(1).toLowerCase(Locale.ROOT);
                fields.put(last, field.group(2));
            } else if (line.startsWith(" ") && !last.isEmpty()) {
                fields.merge(last, line.strip(), (a, b) -> a + " " + b);
            } else {
                unknown++;
            }
        }
        return new AptSources(sources, unknown);
    }

    private static void stanza(Map<String, String> fields, List<Map<String, String>> sources) {
        boolean enabled = !fields.getOrDefault("enabled", "yes").equalsIgnoreCase("no");
        for (String uri : fields.getOrDefault("uris", "").split("\\s+", -1)) {
            if (!uri.isBlank()) {
                sources.add(source(uri, fields, enabled));
            }
        }
    }

    private static Map<String, String> source(String uri, Map<String, String> options, boolean enabled) {
        boolean trusted = options.getOrDefault("trusted", "no").equalsIgnoreCase("yes")
                || options.getOrDefault("allow-insecure", "no").equalsIgnoreCase("yes");
        Map<String, String> source = new HashMap<>(Map.of(
                "uri", uri,
                "signatures", trusted ? "not checked" : "checked",
                "enabled", enabled ? "yes" : "no"));
        source.put("place", Origin.placeOf(uri));
        return source;
    }
}
