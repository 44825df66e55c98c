package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// How long rotated log files are kept.
public final class LogRotationCollector implements Collector {
    private static final String MAIN = "/etc/logrotate.conf";
    private static final String FOLDER = "/etc/logrotate.d";
    private static final CollectorDescription DESCRIPTION =
            CollectorDescription.of("logging.rotation", 1, "Retention of rotated logs", List.of(MAIN, FOLDER));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<LogRotation> main = seen.text(MAIN).map(text -> LogRotation.parse(text, Map.of()));
        List<String> files = seen.dropIns(FOLDER, "");
        if (main.isEmpty() && files.isEmpty()) {
            return seen.result();
        }
        Members logs = seen.population("rotated-logs");
        main.ifPresent(rotation -> rotation.logs().forEach(log -> add(logs, MAIN, log)));
        Map<String, String> defaults = main.map(LogRotation::defaults).orElse(Map.of());
        for (String file : files) {
            Optional<String> text = seen.text(file);
            text.ifPresent(t -> LogRotation.parse(t, defaults).logs().forEach(log -> add(logs, file, log)));
            if (text.isEmpty()) {
                logs.refuse(new Refusal(file, Refusal.Why.DENIED, "not readable"));
            }
        }
        return seen.result();
    }

    private static void add(Members logs, String file, Map<String, String> log) {
        Map<String, String> values = new TreeMap<>(log);
        values.put("file", file);
        logs.add(values);
    }
}
