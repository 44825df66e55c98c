package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// How the journal is kept (journald.conf(5)).
public final class JournalCollector implements Collector {
    private static final String FOLDER = "/var/log/journal";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "logging.journal",
            1,
            "System journal",
            List.of("/{usr/lib,etc}/systemd/journald.conf", "/{usr/lib,run,etc}/systemd/journald.conf.d", FOLDER));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        KeyValues settings = SettingsFiles.systemd(seen, "journald.conf");
        SettingsFiles.facts(
                seen,
                settings,
                "journal-",
                List.of("storage", "seal", "systemmaxuse", "maxretentionsec", "forwardtosyslog", "compress"));
        switch (host.facts(FOLDER)) {
            case Read.Got<FileFacts>(FileFacts folder) ->
                seen.fact("journal-folder", folder.isDirectory() ? "yes" : "no");
            case Read.Refused<FileFacts>(Refusal refusal) -> {
                seen.refuse(refusal);
                if (refusal.why() == Refusal.Why.ABSENT && host.facts("/var/log") instanceof Read.Got<FileFacts>) {
                    seen.fact("journal-folder", "no");
                }
            }
        }
        return seen.result();
    }
}
