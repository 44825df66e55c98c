package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.proof.Bytes;

/// Whose time the host follows (timesyncd.conf(5), chrony.conf(5), ntp.conf(5)). No daemon is asked: that would need a
/// socket.
public final class TimeSynchronisationCollector implements Collector {
    private static final String STAMP = "/run/systemd/timesync/synchronized";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "logging.time-synchronisation",
            1,
            "Time synchronisation",
            List.of(
                    "/{usr/lib,etc}/systemd/timesyncd.conf",
                    "/{usr/lib,run,etc}/systemd/timesyncd.conf.d",
                    "/etc/chrony/chrony.conf",
                    "/etc/chrony.conf",
                    "/etc/ntp.conf",
                    "/etc/ntpsec/ntp.conf",
                    STAMP,
                    "/proc/*/comm"));
    private static final List<String> DAEMONS =
            List.of("chronyd", "ntpd", "ntpsec", "systemd-timesyn", "ptp4l", "phc2sys");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        KeyValues timesyncd = SettingsFiles.systemd(seen, "timesyncd.conf");
        timesyncd
                .value("ntp")
                .ifPresent(list ->
                        Arrays.asList(list.split("\\s+", -1)).forEach(server -> add(seen, "timesyncd", server)));
        for (String file :
                List.of("/etc/chrony/chrony.conf", "/etc/chrony.conf", "/etc/ntp.conf", "/etc/ntpsec/ntp.conf")) {
            Optional<String> text = seen.text(file);
            text.ifPresent(t -> servers(t).forEach(server -> add(seen, file, server)));
        }
        if (host.facts(STAMP) instanceof Read.Got<FileFacts>(FileFacts stamp)) {
            seen.fact("timesyncd-synchronised-at", stamp.modifiedAt().toString());
        }
        daemons(seen);
        return seen.result();
    }

    private static void daemons(Observation seen) throws InterruptedException {
        if (!(seen.host().list("/proc") instanceof Read.Got<List<FileFacts>>(List<FileFacts> members))) {
            return;
        }
        Members running = seen.population("time-daemons");
        HiddenProcesses.in(members).ifPresent(running::refuse);
        for (FileFacts member : members) {
            if (member.name().matches("\\d+")
                    && seen.host().read(member.path() + "/comm", 256) instanceof Read.Got<Bytes>(Bytes bytes)
                    && DAEMONS.contains(bytes.asUtf8().strip())) {
                running.add("name", bytes.asUtf8().strip());
            }
        }
    }

    /// `server NAME …`, `pool NAME …`, `peer NAME …`, `refclock DRIVER …`.
    static List<String> servers(String text) {
        return ConfigLines.of(text).lines().stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length >= 2
                        && List.of("server", "pool", "peer", "refclock").contains(words[0]))
                .map(words -> words[0].equals("refclock") ? "refclock " + words[1] : words[1])
                .toList();
    }

    private static void add(Observation seen, String source, String server) {
        if (!server.isBlank()) {
            seen.population("time-sources").add(Map.of("server", server, "source", source));
        }
    }
}
