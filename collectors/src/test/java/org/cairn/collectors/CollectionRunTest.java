package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectionRunTest {
    @TempDir
    Path root;

    private interface Body {
        CollectionResult collect(Observation seen) throws InterruptedException;
    }

    private static Collector collector(String id, Body body) {
        CollectorDescription description = CollectorDescription.of(id, 1, id, List.of("/nothing"));
        return new Collector() {
            @Override
            public CollectorDescription description() {
                return description;
            }

            @Override
            public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
                return body.collect(new Observation(description, host, clock));
            }
        };
    }

    private static final class Heard implements CollectionListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void started(Collector collector, int total) {
            events.add("started " + collector.id() + " of " + total);
        }

        @Override
        public void finished(Collector collector, CollectionResult result, Duration took) {
            events.add("finished " + collector.id());
        }

        @Override
        public void failed(Collector collector, String why) {
            events.add("failed " + collector.id() + ": " + why);
        }

        @Override
        public void cancelled(Collector collector) {
            events.add("cancelled " + collector.id());
        }
    }

    private CollectionRun run(Duration limit, Heard heard, AtomicBoolean cancelled) {
        return new CollectionRun(Fakes.host(root), InstantSource.system(), limit, heard, cancelled::get);
    }

    private static CollectionResult waitForever(Observation seen) throws InterruptedException {
        new CountDownLatch(1).await();
        return seen.result();
    }

    @Test
    void oneThatBreaksIsReportedAndTheOthersGoOn() throws InterruptedException {
        Heard heard = new Heard();
        List<CollectorOutcome> outcomes = run(Duration.ofSeconds(10), heard, new AtomicBoolean())
                .run(List.of(
                        collector("a", seen -> {
                            throw new IllegalStateException("a bug");
                        }),
                        collector("b", Observation::result)));
        assertEquals(
                List.of("Failed", "Collected"),
                outcomes.stream().map(o -> o.getClass().getSimpleName()).toList());
        assertEquals(
                List.of("failed a: it broke: java.lang.IllegalStateException: a bug", "finished b"),
                heard.events.stream()
                        .filter(e -> !e.startsWith("started"))
                        .sorted()
                        .toList());
    }

    @Test
    void oneThatTakesTooLongIsStopped() throws InterruptedException {
        Heard heard = new Heard();
        run(Duration.ofMillis(100), heard, new AtomicBoolean())
                .run(List.of(collector("slow", CollectionRunTest::waitForever)));
        assertEquals(List.of("started slow of 1", "failed slow: no result within 0 s"), heard.events);
    }

    @Test
    void aCancelledRunStopsWhatRunsAndStartsNothingMore() throws InterruptedException {
        Heard heard = new Heard();
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Collector> collectors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            collectors.add(collector("c" + i, seen -> {
                cancelled.set(true);
                return waitForever(seen);
            }));
        }
        List<CollectorOutcome> outcomes =
                run(Duration.ofMinutes(5), heard, cancelled).run(collectors);
        assertEquals(
                collectors.stream()
                        .map(c -> new CollectorOutcome.Cancelled(c.id()))
                        .toList(),
                outcomes);
        assertEquals(
                8, heard.events.stream().filter(e -> e.startsWith("cancelled")).count());
    }

    @Test
    void theClockOfARunIsTheOneItIsGiven() throws InterruptedException {
        CollectionRun run = new CollectionRun(
                Fakes.host(root), Fakes.CLOCK, Duration.ofSeconds(10), CollectionListener.silent(), () -> false);
        CollectorOutcome outcome =
                run.run(List.of(collector("a", Observation::result))).getFirst();
        assertEquals(Duration.ZERO, outcome instanceof CollectorOutcome.Collected c ? c.took() : Duration.ofDays(1));
    }
}
