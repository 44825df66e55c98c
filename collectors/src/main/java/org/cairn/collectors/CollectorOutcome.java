package org.cairn.collectors;

import java.time.Duration;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;

/// How one collector's part of a run ended.
public sealed interface CollectorOutcome {
    CollectorId collector();

    record Collected(CollectorId collector, CollectionResult result, Duration took) implements CollectorOutcome {}

    /// It broke, or its time limit passed.
    record Failed(CollectorId collector, String why) implements CollectorOutcome {}

    record Cancelled(CollectorId collector) implements CollectorOutcome {}
}
