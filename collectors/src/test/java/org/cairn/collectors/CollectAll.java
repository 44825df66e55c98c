package org.cairn.collectors;

import java.time.Duration;
import java.time.InstantSource;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Platform;

/// Runs every collector on this machine in a process of its own, for tests that watch that process from outside. Prints
/// one line a collector: how it ended, as whom it read, how many refusals it met.
final class CollectAll {
    private CollectAll() {}

    public static void main(String[] arguments) throws InterruptedException {
        CollectionRun run = new CollectionRun(
                HostReader.ofThisMachine(),
                InstantSource.system(),
                Duration.ofMinutes(2),
                CollectionListener.silent(),
                () -> false);
        for (CollectorOutcome outcome : run.run(Collectors.on(Platform.LINUX))) {
            switch (outcome) {
                case CollectorOutcome.Collected collected -> {
                    Evidence evidence = collected.result().evidence();
                    System.out.println("collected " + evidence.collector() + " as " + evidence.readAs() + " refusals "
                            + evidence.refusals().size());
                }
                case CollectorOutcome.Failed failed -> System.out.println("failed " + failed);
                case CollectorOutcome.Cancelled cancelled -> System.out.println("cancelled " + cancelled);
            }
        }
    }
}
