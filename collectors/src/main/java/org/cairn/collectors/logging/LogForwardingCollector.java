package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Where logs are sent: rsyslog, systemd-journal-upload, audisp-remote.
public final class LogForwardingCollector implements Collector {
    private static final String RSYSLOG = "/etc/rsyslog.conf";
    private static final String UPLOAD = "/etc/systemd/journal-upload.conf";
    private static final String AUDISP = "/etc/audit/audisp-remote.conf";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "logging.forwarding",
            1,
            "Forwarding of logs to a central place",
            List.of(RSYSLOG, "/etc/rsyslog.d", UPLOAD, AUDISP, "/etc/audit/plugins.d/au-remote.conf"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        rsyslog(seen);
        Optional<String> upload = seen.text(UPLOAD);
        upload.map(KeyValues::parse).ifPresent(settings -> {
            Members targets = seen.population("forwarding");
            settings.value("url")
                    .ifPresent(url -> targets.add(Map.of(
                            "program",
                            "systemd-journal-upload",
                            "target",
                            url,
                            "protocol",
                            "https",
                            "tls",
                            url.startsWith("http://") ? "no" : "yes")));
        });
        KeyValues plugin = SettingsFiles.read(seen, "/etc/audit/plugins.d/au-remote.conf");
        KeyValues remote = SettingsFiles.read(seen, AUDISP);
        if (plugin.value("active").orElse("no").equals("yes")) {
            remote.value("remote_server")
                    .ifPresent(server -> seen.population("forwarding")
                            .add(Map.of(
                                    "program",
                                    "audisp-remote",
                                    "target",
                                    server,
                                    "protocol",
                                    remote.value("transport").orElse("tcp"),
                                    "tls",
                                    remote.value("transport").orElse("tcp").equalsIgnoreCase("krb5") ? "yes" : "no")));
        }
        if (!seen.hindrances().isEmpty()) {
            Members targets = seen.population("forwarding");
            seen.hindrances().forEach(targets::refuse);
        }
        return seen.result();
    }

    private static void rsyslog(Observation seen) throws InterruptedException {
        Optional<String> main = seen.text(RSYSLOG);
        if (main.isEmpty()) {
            return;
        }
        Members targets = seen.population("forwarding");
        List<String> texts = new ArrayList<>(List.of(main.get()));
        for (String file : seen.dropIns("/etc/rsyslog.d", ".conf")) {
            Optional<String> text = seen.text(file);
            text.ifPresent(texts::add);
            if (text.isEmpty()) {
                targets.refuse(new Refusal(file, Refusal.Why.DENIED, "not readable"));
            }
        }
        Forwarding.parse(String.join("\n", texts)).targets().forEach(targets::add);
    }
}
