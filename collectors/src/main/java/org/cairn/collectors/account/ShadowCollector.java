package org.cairn.collectors.account;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// The state of each local password. Hashes are removed before anything is hashed, kept or parsed.
public final class ShadowCollector implements Collector {
    private static final String PATH = "/etc/shadow";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.password-states", 1, "States of local passwords (never the hashes)", List.of(PATH))
            .withRoot("sudo cat /etc/shadow", "which accounts have an empty, locked or weakly hashed password");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> redacted = seen.text(PATH, ShadowState::redact);
        if (redacted.isPresent()) {
            LocalDate today = LocalDate.ofInstant(seen.startedAt(), ZoneOffset.UTC);
            Members states = seen.population("password-states");
            int unknown = 0;
            for (String line : redacted.get().lines().filter(l -> !l.isBlank()).toList()) {
                Optional<Map<String, String>> state = ShadowState.parse(line, today);
                state.ifPresent(states::add);
                unknown += state.isPresent() ? 0 : 1;
            }
            if (unknown > 0) {
                states.refuse(new Refusal(PATH, Refusal.Why.MALFORMED, unknown + " lines were not understood"));
            }
        }
        return seen.result();
    }
}
