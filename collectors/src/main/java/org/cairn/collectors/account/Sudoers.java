package org.cairn.collectors.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads sudoers(5): user specifications and includes. Aliases are reported as they are written, not expanded.
/// @param includes files and folders to read next, as written; a folder ends with `/`
record Sudoers(List<Map<String, String>> rules, List<String> includes, int unknownLines) {
    private static final Pattern INCLUDE = Pattern.compile("[@#]include(dir)?\\s+\"?([^\"]+?)\"?");
    private static final Pattern SETTING =
            Pattern.compile("(Defaults|User_Alias|Runas_Alias|Host_Alias|Cmnd_Alias|Cmd_Alias)\\b.*");
    private static final Pattern RULE =
            Pattern.compile("(\\S+(?:\\s*,\\s*\\S+)*)\\s+([^=\\s]+(?:\\s*,\\s*[^=\\s]+)*)\\s*=\\s*(.+)");
    /// A `#` before digits is a user id, not a comment.
    private static final Pattern COMMENT = Pattern.compile("#(?!\\d+\\s[^#]*=).*");

    private static final Pattern RUN_AS = Pattern.compile("\\(([^)]*)\\)\\s*");

    Sudoers {
        rules = List.copyOf(rules);
        includes = List.copyOf(includes);
    }

    static Sudoers parse(String text, String source) {
        List<Map<String, String>> rules = new ArrayList<>();
        List<String> includes = new ArrayList<>();
        int unknown = 0;
        for (String line : joined(text)) {
            Matcher include = INCLUDE.matcher(line);
            Matcher rule = RULE.matcher(line);
            boolean silent =
                    COMMENT.matcher(line).matches() || SETTING.matcher(line).matches();
            if (include.matches()) {
                includes.add(include.group(2) + (include.group(1) == null ? "" : "/"));
            } else if (!silent && rule.matches()) {
                rules.add(rule(rule, source));
            } else if (!silent) {
                unknown++;
            }
        }
        return new Sudoers(rules, includes, unknown);
    }

    /// Comments begin with `#`, but `#include` and `#uid` do not (sudoers(5), "Other special characters").
    private static List<String> joined(String text) {
        return text.replaceAll("\\\\\\R", " ")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static Map<String, String> rule(Matcher rule, String source) {
        String commands = rule.group(3);
        Matcher runAs = RUN_AS.matcher(commands);
        Map<String, String> values = new TreeMap<>();
        values.put("source", source);
        values.put("who", rule.group(1));
        values.put("hosts", rule.group(2));
        values.put("run-as", runAs.find() ? runAs.group(1) : "root");
        String bare = RUN_AS.matcher(commands).replaceAll("");
        values.put("commands", bare);
        values.put("without-password", commands.contains("NOPASSWD:") ? "yes" : "no");
        boolean all = List.of(bare.replaceAll("[A-Z_]+:", "").split(",", -1)).stream()
                .anyMatch(command -> command.strip().equals("ALL"));
        values.put("every-command", all ? "yes" : "no");
        return values;
    }
}
