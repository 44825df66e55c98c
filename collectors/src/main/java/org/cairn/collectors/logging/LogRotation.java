package org.cairn.collectors.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.collectors.text.ConfigLines;

/// Reads logrotate(8) configuration: settings outside braces hold from there on, settings inside for those paths.
/// @param logs     `paths`, `every`, `rotate`, and `retention-days` = rotations kept times days between them, where
/// both
///                 are given (logrotate rotates on time only if no `size` is set)
/// @param defaults settings outside braces, at the end of the text
record LogRotation(List<Map<String, String>> logs, Map<String, String> defaults) {
    private static final Map<String, Integer> DAYS = Map.of("daily", 1, "weekly", 7, "monthly", 30, "yearly", 365);

    LogRotation {
        logs = List.copyOf(logs);
        defaults = Map.copyOf(defaults);
    }

    static LogRotation parse(String text, Map<String, String> inherited) {
        List<Map<String, String>> logs = new ArrayList<>();
        Map<String, String> defaults = new HashMap<>(inherited);
        Map<String, String> block = new HashMap<>();
        StringBuilder paths = new StringBuilder();
        boolean inside = false;
        boolean script = false;
        for (String line :
                ConfigLines.of(text.replace("{", " {\n").replace("}", "\n}\n")).lines()) {
            if (script || line.matches("(pre|post|first|last)(rotate|action)|preremove")) {
                script = !line.equals("endscript");
            } else if (line.endsWith("{")) {
                paths.append(' ').append(line, 0, line.length() - 1);
                block = new HashMap<>(defaults);
                inside = true;
            } else if (line.equals("}")) {
                logs.add(log(paths.toString().strip(), block));
                paths.setLength(0);
                inside = false;
            } else if (line.startsWith("/") || line.startsWith("\"/")) {
                paths.append(' ').append(line);
            } else {
                set(inside ? block : defaults, line.split("\\s+", 2));
            }
        }
        return new LogRotation(logs, defaults);
    }

    private static void set(Map<String, String> settings, String[] words) {
        if (DAYS.containsKey(words[0]) || words[0].equals("hourly")) {
            settings.put("every", words[0]);
        } else {
            settings.put(words[0], words.length == 2 ? words[1].strip() : "");
        }
    }

    private static Map<String, String> log(String paths, Map<String, String> settings) {
        Map<String, String> log = new TreeMap<>(Map.of("paths", paths.replaceAll("\\s+", " ")));
        for (String name : List.of("every", "rotate", "size", "maxsize", "maxage")) {
            if (settings.containsKey(name)) {
                log.put(name, settings.getOrDefault(name, ""));
            }
        }
        int every = DAYS.getOrDefault(settings.getOrDefault("every", ""), 0);
        String rotate = settings.getOrDefault("rotate", "");
        if (every > 0
                && rotate.matches("\\d{1,6}")
                && !settings.containsKey("size")
                && !settings.containsKey("maxsize")) {
            long days = (long) every * Long.parseLong(rotate);
            String age = settings.getOrDefault("maxage", "");
            long kept = age.matches("\\d{1,6}") ? Math.min(days, Long.parseLong(age)) : days;
            log.put("retention-days", Long.toString(kept));
        }
        return log;
    }
}
