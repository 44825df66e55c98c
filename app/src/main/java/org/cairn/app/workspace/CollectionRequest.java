package org.cairn.app.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectorId;

/// What to collect.
/// @param host        this machine, or a copy of another one's files
/// @param only        empty runs all collectors
/// @param ifOlderThan leaves out what was seen of the host within this time
public record CollectionRequest(HostReader host, List<CollectorId> only, Optional<Duration> ifOlderThan) {
    public CollectionRequest {
        only = List.copyOf(only);
    }
}
