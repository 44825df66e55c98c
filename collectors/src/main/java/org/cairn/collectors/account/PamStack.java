package org.cairn.collectors.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;

/// Reads one file of `/etc/pam.d` (pam.d(5)).
record PamStack(List<Rule> rules, int unknownLines) {
    private static final Pattern RULE =
            Pattern.compile("-?(auth|account|password|session)\\s+(\\[[^]]*]|\\S+)\\s+(\\S+)\\s*(.*)");
    private static final Pattern INCLUDE_ALL = Pattern.compile("@include\\s+(\\S+)");

    /// @param control   `required`, `requisite`, `sufficient`, `optional`, `include`, `substack` or `[value=action …]`
    /// @param module    the module's file name, or the included file's
    record Rule(String type, String control, String module, String arguments) {
        boolean includes() {
            return control.equals("include") || control.equals("substack");
        }
    }

    PamStack {
        rules = List.copyOf(rules);
    }

    static PamStack parse(String text) {
        List<Rule> rules = new ArrayList<>();
        int unknown = 0;
        for (String line : ConfigLines.of(text).lines()) {
            Matcher rule = RULE.matcher(line.replaceFirst("\\s#.*$", ""));
            Matcher include = INCLUDE_ALL.matcher(line);
            if (include.matches()) {
                for (String type : List.of("auth", "account", "password", "session")) {
                    rules.add(new Rule(type, "include", include.group(1), ""));
                }
            } else if (rule.matches()) {
                String module = rule.group(3).substring(rule.group(3).lastIndexOf('/') + 1);
                rules.add(new Rule(rule.group(1), rule.group(2).toLowerCase(Locale.ROOT), module, rule.group(4)));
            } else {
                unknown++;
            }
        }
        return new PamStack(rules, unknown);
    }
}
