package org.cairn.collectors.host;

import java.time.InstantSource;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Platform;

/// One source of facts about the host. States what it sees; knows no control, threshold or framework.
public interface Collector {
    CollectorDescription description();

    /// Reads the host and never changes it. Refusals are results, not exceptions.
    CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException;

    default CollectorId id() {
        return description().id();
    }

    /// The system whose hosts it reads.
    default Platform platform() {
        return Platform.of(id()).orElse(Platform.LINUX);
    }

    default String title() {
        return description().title();
    }
}
