package org.cairn.collectors.macos;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;

/// What the audit of macOS records and how long it keeps it (audit_control(5)), and whether auditd(8) runs.
final class AuditControlCollector implements Collector {
    private static final String FILE = "/etc/security/audit_control";
    private static final Command DAEMON =
            Command.of("launchctl", "list", "com.apple.auditd").savedAs("auditd.txt");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "macos.audit", 1, "Audit of macOS", List.of(FILE, DAEMON.text()))
            .withRoot(
                    "sudo launchctl list com.apple.auditd; sudo cat " + FILE, "whether the audit runs, and its rules");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:(\\S+)\\s*$");

    /// audit_control(5): with `OR` a size may end it earlier; with `AND` both have to be reached.
    private static final Pattern DAYS = Pattern.compile("(?m)^expire-after:\\s*(\\d{1,6})d(?:\\s+AND\\s.*)?$");

    private static final Pattern PROCESS = Pattern.compile("\"PID\" = (\\d+);");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> control = seen.text(FILE);
        control.ifPresent(text -> {
            Words.fact(seen, "audit-flags", FLAGS, text);
            Words.fact(seen, "retention-days", DAYS, text);
        });
        seen.output(DAEMON)
                .ifPresent(text ->
                        seen.fact("auditd", Words.found(PROCESS, text).isPresent() ? "running" : "not running"));
        return seen.result();
    }
}
