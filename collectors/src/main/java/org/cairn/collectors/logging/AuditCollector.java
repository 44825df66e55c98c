package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// The kernel's audit rules and the daemon's settings (auditctl(8), auditd.conf(5)). `loaded-rules` are what the kernel
/// applies now; `configured-rules` what the files would load.
public final class AuditCollector implements Collector {
    private static final String RULES = "/etc/audit/rules.d";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "logging.audit",
                    1,
                    "Audit rules and audit daemon",
                    List.of("auditctl -s", "auditctl -l", "/etc/audit/auditd.conf", RULES, "/etc/audit/audit.rules"))
            .withRoot("sudo auditctl -s; sudo auditctl -l", "the rules in force, their lock and lost records");
    private static final Pattern STATUS = Pattern.compile("(?m)^([a-z_]+) (\\d+)");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> status = seen.output(Command.of("auditctl", "-s"));
        status.ifPresent(text -> {
            Matcher value = STATUS.matcher(text);
            while (value.find()) {
                seen.fact("kernel-" + value.group(1).replace('_', '-'), value.group(2));
            }
        });
        seen.output(Command.of("auditctl", "-l")).ifPresent(text -> record(seen, "loaded-rules", "auditctl -l", text));
        SettingsFiles.facts(
                seen,
                SettingsFiles.read(seen, "/etc/audit/auditd.conf"),
                "auditd-",
                List.of(
                        "max_log_file",
                        "num_logs",
                        "max_log_file_action",
                        "space_left_action",
                        "admin_space_left_action",
                        "disk_full_action",
                        "flush",
                        "log_format"));
        List<String> files = seen.dropIns(RULES, ".rules");
        for (String file : files.isEmpty() ? List.of("/etc/audit/audit.rules") : files) {
            seen.text(file).ifPresent(text -> record(seen, "configured-rules", file, text));
        }
        return seen.result();
    }

    private static void record(Observation seen, String population, String source, String text) {
        AuditRules parsed = AuditRules.parse(text);
        Members rules = seen.population(population);
        for (Map<String, String> rule : parsed.rules()) {
            rules.add(rule);
        }
        Optional.ofNullable(parsed.controls().get("e")).ifPresent(e -> seen.fact("configured-enabled", e));
        if (parsed.unknownLines() > 0) {
            rules.refuse(new Refusal(source, Refusal.Why.MALFORMED, parsed.unknownLines() + " lines not understood"));
        }
    }
}
