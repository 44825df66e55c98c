package org.cairn.collectors.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;

/// What systemd.service(5) and systemd.exec(5) say of a unit's start: command lines, variables, files of variables.
/// @param starts           the arguments of each `ExecStart=`; an empty assignment drops those before it
/// @param environmentFiles paths of `EnvironmentFile=`, without the `-` that lets a file be absent
/// @param settings         every other setting of `[Service]`, the last one counting
public record UnitFile(
        List<List<String>> starts,
        Map<String, String> environment,
        List<String> environmentFiles,
        Map<String, String> settings) {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");

    public UnitFile {
        starts = List.copyOf(starts);
        environment = Map.copyOf(environment);
        environmentFiles = List.copyOf(environmentFiles);
        settings = Map.copyOf(settings);
    }

    /// The unit and its drop-ins, in the order in which they are read.
    public static UnitFile parse(List<String> texts) {
        List<List<String>> starts = new ArrayList<>();
        Map<String, String> environment = new HashMap<>();
        List<String> files = new ArrayList<>();
        Map<String, String> settings = new HashMap<>();
        for (String text : texts) {
            for (String line : ConfigLines.of(text).lines()) {
                int equals = line.indexOf('=');
                String name = equals < 0 ? "" : line.substring(0, equals).strip();
                String value = line.substring(equals + 1).strip();
                switch (name) {
                    case "ExecStart" -> {
                        if (value.isEmpty()) {
                            starts.clear();
                        } else {
                            starts.add(words(value.replaceFirst("^[-@:+!|]+", "")));
                        }
                    }
                    case "Environment" -> variables(words(value), environment);
                    case "EnvironmentFile" -> files.add(value.replaceFirst("^-", ""));
                    default -> settings.put(name, value);
                }
            }
        }
        return new UnitFile(starts, environment, files, settings);
    }

    /// Whether a path stands for one file: no pattern and no specifier (systemd.unit(5), "SPECIFIERS").
    public static boolean isPlain(String path) {
        return path.startsWith("/") && !path.matches(".*[*?\\[%].*");
    }

    /// Lines `NAME=value` of a file of variables.
    public static Map<String, String> variables(String text) {
        Map<String, String> variables = new HashMap<>();
        ConfigLines.of(text).lines().forEach(line -> variables(List.of(line), variables));
        return variables;
    }

    private static void variables(List<String> assignments, Map<String, String> into) {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                into.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
            }
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
