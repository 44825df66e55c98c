package org.cairn.collectors.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Observation;

/// Local accounts of Windows and the rules for their passwords. Well-known accounts are told by the end of their
/// security identifier (MS-DTYP section 2.4.2.4), because their names are translated.
final class AccountQueries {
    private static final String BUILT_IN_ADMINISTRATOR = "-500";
    private static final String DOMAIN_ADMINISTRATORS = "-512";

    private AccountQueries() {}

    static Collector accounts() {
        return CommandCollector.of(
                "windows.accounts",
                "Local accounts and administrators of Windows",
                new Reading(
                        "Get-LocalUser",
                        PowerShell.list(
                                "local-users",
                                "Get-LocalUser | Select-Object Name,Enabled,PasswordRequired,@{n='Sid';e={$_.SID.Value}},"
                                        + "@{n='LastLogonDays';e={if($_.LastLogon){[math]::Floor(((Get-Date)-$_.LastLogon).TotalDays)}}}"),
                        List.of("users", "people"),
                        AccountQueries::users),
                new Reading(
                        "Get-LocalGroupMember -SID S-1-5-32-544",
                        PowerShell.list(
                                "administrators",
                                "Get-LocalGroupMember -SID S-1-5-32-544 | Select-Object Name,@{n='Sid';e={$_.SID.Value}}"),
                        List.of("administrators"),
                        AccountQueries::administrators));
    }

    /// People are the accounts that are switched on, without the built-in administrator.
    private static void users(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> users = new ArrayList<>();
        List<Map<String, String>> people = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            String name = row.text("Name");
            Map<String, String> user = new TreeMap<>(Map.of("name", name, "sid", row.text("Sid")));
            Optional<String> enabled = yes(row, "Enabled");
            enabled.ifPresent(yes -> user.put("enabled", yes));
            yes(row, "PasswordRequired").ifPresent(yes -> user.put("password-required", yes));
            users.add(user);
            if (!enabled.equals(Optional.of("no")) && !row.text("Sid").endsWith(BUILT_IN_ADMINISTRATOR)) {
                Optional<String> days = row.value("LastLogonDays");
                Map<String, String> person = new TreeMap<>(
                        Map.of("name", name, "state", days.isPresent() ? "logged in" : "never logged in"));
                days.ifPresent(number -> person.put("days", number.replaceFirst("\\.0+$", "")));
                people.add(person);
            }
        }
        users.forEach(seen.population("users")::add);
        people.forEach(seen.population("people")::add);
    }

    private static Optional<String> yes(Row row, String name) {
        return row.value(name).flatMap(value -> switch (value) {
            case "true" -> Optional.of("yes");
            case "false" -> Optional.of("no");
            default -> Optional.empty();
        });
    }

    private static void administrators(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            String sid = row.text("Sid");
            boolean expected = sid.endsWith(BUILT_IN_ADMINISTRATOR) || sid.endsWith(DOMAIN_ADMINISTRATORS);
            found.add(Map.of("name", row.text("Name"), "sid", sid, "well-known", expected ? "yes" : "no"));
        }
        found.forEach(seen.population("administrators")::add);
    }

    static Collector passwordPolicy() {
        return CommandCollector.of(
                "windows.password-policy",
                "Rules for local passwords of Windows",
                new Reading(
                        "ADSI: WinNT://<computer>",
                        PowerShell.list(
                                "password-policy",
                                "[ADSI]('WinNT://'+$env:COMPUTERNAME+',computer') | Select-Object "
                                        + "@{n='MinLength';e={$_.MinPasswordLength.Value}},"
                                        + "@{n='Lockout';e={$_.MaxBadPasswordsAllowed.Value}}"),
                        List.of(),
                        AccountQueries::passwordPolicy));
    }

    private static void passwordPolicy(String printed, Observation seen) throws MalformedOutput {
        Row row = Row.only(printed);
        row.value("MinLength").ifPresent(value -> seen.fact("password-min-length", value));
        row.value("Lockout").ifPresent(value -> seen.fact("lockout-threshold", value));
    }
}
