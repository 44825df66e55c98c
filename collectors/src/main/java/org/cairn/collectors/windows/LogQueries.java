package org.cairn.collectors.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// What Windows records, where, and by which clock.
final class LogQueries {
    private static final Pattern SUBCATEGORY = Pattern.compile("[^,]*,[^,]*,([^,]*),\\{([0-9A-Fa-f-]{36})},([^,]*),.*");

    private LogQueries() {}

    static Collector auditPolicy() {
        return CommandCollector.of(
                        "windows.audit-policy",
                        "Audit policy of Windows",
                        new Reading(
                                "auditpol /get /category:* /r",
                                Command.of("auditpol", "/get", "/category:*", "/r")
                                        .savedAs("auditpol.csv"),
                                List.of("audit-subcategories"),
                                LogQueries::auditPolicy))
                .withRoot("auditpol /get /category:* /r (as administrator)", "the policy: it is shown to no one else");
    }

    /// Columns: machine, target, subcategory, its GUID, inclusion setting, exclusion setting. The words of a setting
    /// are
    /// in the host's language; what is not English is left out.
    private static void auditPolicy(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            Matcher row = SUBCATEGORY.matcher(line);
            if (row.matches()) {
                Map<String, String> values = new TreeMap<>(Map.of(
                        "subcategory", row.group(1),
                        "guid", row.group(2).toUpperCase(Locale.ROOT),
                        "setting", row.group(3)));
                success(row.group(3).strip()).ifPresent(yes -> values.put("success", yes));
                found.add(values);
            }
        }
        if (found.isEmpty()) {
            throw new MalformedOutput("holds no line with a subcategory's GUID");
        }
        found.forEach(seen.population("audit-subcategories")::add);
    }

    private static Optional<String> success(String setting) {
        return switch (setting) {
            case "Success", "Success and Failure" -> Optional.of("yes");
            case "Failure", "No Auditing" -> Optional.of("no");
            default -> Optional.empty();
        };
    }

    static Collector eventLog() {
        return CommandCollector.of(
                "windows.event-log",
                "Event log of Windows: room and mode",
                new Reading(
                        "Get-WinEvent -ListLog Security",
                        PowerShell.list(
                                "event-log",
                                "Get-WinEvent -ListLog Security | Select-Object IsEnabled,MaximumSizeInBytes,"
                                        + "@{n='Mode';e={[int]$_.LogMode}}"),
                        List.of(),
                        LogQueries::eventLog));
    }

    /// EventLogMode: 0 circular, 1 auto-backup, 2 retain.
    private static void eventLog(String printed, Observation seen) throws MalformedOutput {
        Row row = Row.only(printed);
        row.value("IsEnabled").ifPresent(value -> seen.fact("security-log-enabled", value));
        row.value("MaximumSizeInBytes").ifPresent(value -> seen.fact("security-log-size-bytes", value));
        row.value("Mode").ifPresent(value -> seen.fact("security-log-mode", value));
    }

    static Collector time() {
        return CommandCollector.of(
                "windows.time",
                "Time service of Windows",
                new Reading(
                        "registry: W32Time\\Parameters, Get-Service W32Time",
                        PowerShell.list(
                                "time",
                                "Get-ItemProperty -Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters'"
                                        + " | Select-Object Type,NtpServer,"
                                        + "@{n='Status';e={[int](Get-Service -Name W32Time).Status}}"),
                        List.of(),
                        LogQueries::time));
    }

    /// ServiceControllerStatus: 4 is running.
    private static void time(String printed, Observation seen) throws MalformedOutput {
        Row row = Row.only(printed);
        row.value("Type").ifPresent(value -> seen.fact("time-source-type", value));
        row.value("NtpServer").ifPresent(value -> seen.fact("time-servers", value));
        row.value("Status").ifPresent(value -> seen.fact("time-service-status", value));
    }
}
