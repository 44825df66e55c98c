package org.cairn.collectors.macos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// Local accounts of macOS (dscl(1)) and the rules for their passwords (pwpolicy(8)).
final class AccountCommands {
    private static final Pattern USER = Pattern.compile("(\\S.*?)\\s+(-?\\d+)");
    private static final Pattern MEMBERS = Pattern.compile("(?m)^GroupMembership:(.*(?:\\n .*)*)");
    private static final Pattern LENGTH = Pattern.compile("policyAttributePassword matches '\\^?\\.\\{(\\d+),\\d*}");
    private static final Pattern FAILURES =
            Pattern.compile("<key>policyAttributeMaximumFailedAuthentications</key>\\s*<integer>(\\d+)</integer>");

    private AccountCommands() {}

    static Collector accounts() {
        return CommandCollector.of(
                "macos.accounts",
                "Local accounts and administrators of macOS",
                Words.reading(
                        "users",
                        Command.of("dscl", ".", "-list", "/Users", "UniqueID"),
                        AccountCommands::users,
                        "users"),
                Words.reading(
                        "administrators",
                        Command.of("dscl", ".", "-read", "/Groups/admin", "GroupMembership"),
                        AccountCommands::administrators,
                        "administrators"));
    }

    private static void users(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (String line : printed.lines().filter(each -> !each.isBlank()).toList()) {
            Matcher user = USER.matcher(line.strip());
            if (!user.matches()) {
                throw new MalformedOutput("a line names no account with a number: " + line.strip());
            }
            found.add(Map.of("name", user.group(1), "uid", user.group(2)));
        }
        found.forEach(seen.population("users")::add);
    }

    private static void administrators(String printed, Observation seen) throws MalformedOutput {
        Optional<String> members = Words.found(MEMBERS, printed);
        if (members.isEmpty()) {
            throw new MalformedOutput("has no GroupMembership");
        }
        Arrays.stream(members.get().strip().split("\\s+", -1))
                .filter(name -> !name.isEmpty())
                .forEach(name -> seen.population("administrators")
                        .add("name", name, "well-known", name.equals("root") ? "yes" : "no"));
    }

    static Collector passwordPolicy() {
        return CommandCollector.of(
                "macos.password-policy",
                "Rules for local passwords of macOS",
                Words.reading(
                        "password-policy",
                        Command.of("pwpolicy", "-n", "/Local/Default", "-getaccountpolicies"),
                        AccountCommands::passwordPolicy));
    }

    /// Of several rules the strictest counts, because all of them have to be met.
    private static void passwordPolicy(String printed, Observation seen) {
        numbers(LENGTH, printed).stream()
                .max(Integer::compare)
                .ifPresent(length -> seen.fact("password-min-length", length));
        numbers(FAILURES, printed).stream()
                .min(Integer::compare)
                .ifPresent(failures -> seen.fact("lockout-threshold", failures));
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .filter(digits -> digits.length() < 6)
                .map(Integer::valueOf)
                .toList();
    }
}
