package org.cairn.collectors.logging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.collectors.text.ConfigLines;

/// Reads audit.rules(7) and what `auditctl -l` prints: control options, watches, system call rules.
/// @param rules    `kind` (`watch`, `syscall`), `path`, `permissions`, `syscalls`, `key`, `action`
/// @param controls by option letter, e.g. `e -> 2`
record AuditRules(List<Map<String, String>> rules, Map<String, String> controls, int unknownLines) {
    AuditRules {
        rules = List.copyOf(rules);
        controls = Map.copyOf(controls);
    }

    static AuditRules parse(String text) {
        List<Map<String, String>> rules = new ArrayList<>();
        Map<String, String> controls = new TreeMap<>();
        int unknown = 0;
        for (String line : ConfigLines.of(text).lines()) {
            if (line.equals("No rules")) {
                continue;
            }
            Map<String, String> rule = rule(List.of(line.split("\\s+", -1)));
            if (rule.containsKey("kind")) {
                rules.add(rule);
            } else if (rule.containsKey("control")) {
                controls.put(rule.getOrDefault("control", ""), rule.getOrDefault("value", ""));
            } else {
                unknown++;
            }
        }
        return new AuditRules(rules, controls, unknown);
    }

    private static Map<String, String> rule(List<String> words) {
        Map<String, String> rule = new TreeMap<>();
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            String option = word.next();
            String value = word.hasNext() && !List.of("-D", "-c", "-i").contains(option) ? word.next() : "";
            switch (option) {
                case "-w" -> put(rule, "watch", "path", value);
                case "-a", "-A" -> put(rule, "syscall", "action", value);
                case "-p" -> rule.put("permissions", value);
                case "-k" -> rule.put("key", value);
                case "-S" -> rule.merge("syscalls", value, (a, b) -> a + "," + b);
                case "-F" -> field(rule, value);
                case "-C" -> rule.merge("fields", value, (a, b) -> a + " " + b);
                case "-D", "-c", "-i", "-b", "-f", "-r", "-e", "--backlog_wait_time", "--loginuid-immutable" -> {
                    rule.put("control", option.replaceFirst("^-+", ""));
                    rule.put("value", value);
                }
                default -> {
                    return Map.of();
                }
            }
        }
        return rule;
    }

    private static void put(Map<String, String> rule, String kind, String name, String value) {
        rule.put("kind", kind);
        rule.put(name, value);
    }

    /// `path=`, `dir=`, `perm=` and `key=` have names of their own; the rest is kept as written.
    private static void field(Map<String, String> rule, String field) {
        String[] parts = field.split("=", 2);
        switch (parts.length == 2 ? parts[0] : "") {
            case "path", "dir" -> rule.put("path", parts[1]);
            case "perm" -> rule.put("permissions", parts[1]);
            case "key" -> rule.put("key", parts[1]);
            default -> rule.merge("fields", field, (a, b) -> a + " " + b);
        }
    }
}
