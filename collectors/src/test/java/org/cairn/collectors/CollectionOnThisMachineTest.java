package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Platform;
import org.junit.jupiter.api.Test;

final class CollectionOnThisMachineTest {
    @Test
    void everyCollectorGivesEvidenceOrRefusalsHereAndNoneBreaks() throws InterruptedException {
        List<Collector> collectors = Collectors.on(Platform.LINUX);
        CollectionRun run = new CollectionRun(
                HostReader.ofThisMachine(),
                InstantSource.system(),
                Duration.ofMinutes(2),
                CollectionListener.silent(),
                () -> false);
        List<CollectorOutcome> outcomes = run.run(collectors);
        assertEquals(
                collectors.stream().map(Collector::id).toList(),
                outcomes.stream().map(CollectorOutcome::collector).toList());
        for (CollectorOutcome outcome : outcomes) {
            assertTrue(outcome instanceof CollectorOutcome.Collected, outcome.toString());
            if (outcome instanceof CollectorOutcome.Collected collected) {
                Evidence evidence = collected.result().evidence();
                assertTrue(
                        !evidence.sources().isEmpty()
                                || !evidence.refusals().isEmpty()
                                || !evidence.populations().isEmpty(),
                        evidence.toString());
            }
        }
    }
}
