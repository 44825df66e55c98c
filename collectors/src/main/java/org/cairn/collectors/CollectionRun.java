package org.cairn.collectors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;

/// Runs collectors side by side, each on virtual threads under its own time limit. One that breaks is reported and the
/// others go on.
public final class CollectionRun {
    /// A hung mount or command must not hold up the others for long.
    public static final Duration USUAL_LIMIT_EACH = Duration.ofSeconds(60);

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final HostReader host;
    private final InstantSource clock;
    private final Duration limitEach;
    private final CollectionListener listener;
    private final BooleanSupplier cancelled;
    private final ReentrantLock telling = new ReentrantLock();
    private final Semaphore places = new Semaphore(SIDE_BY_SIDE);

    /// @param limitEach how long one collector may take
    /// @param cancelled asked again and again; once true, what has not finished is stopped
    public CollectionRun(
            HostReader host,
            InstantSource clock,
            Duration limitEach,
            CollectionListener listener,
            BooleanSupplier cancelled) {
        this.host = host;
        this.clock = clock;
        this.limitEach = limitEach;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /// One outcome for each collector, in the order given. Does not wait for a collector that ignores being stopped.
    public List<CollectorOutcome> run(List<Collector> collectors) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<CollectorOutcome>> running = new ArrayList<>();
            for (Collector collector : collectors) {
                running.add(threads.submit(() -> supervise(collector, collectors.size(), threads)));
            }
            List<CollectorOutcome> outcomes = new ArrayList<>();
            for (Future<CollectorOutcome> outcome : running) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("supervising a collector failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private CollectorOutcome supervise(Collector collector, int total, ExecutorService threads)
            throws InterruptedException {
        places.acquire();
        try {
            if (cancelled.getAsBoolean()) {
                return cancelled(collector);
            }
            tell(() -> listener.started(collector, total));
            Instant start = clock.instant();
            Future<CollectionResult> work = threads.submit(() -> collector.collect(host, host.observedBy(clock)));
            try {
                return await(collector, work, start);
            } finally {
                work.cancel(true);
            }
        } finally {
            places.release();
        }
    }

    private CollectorOutcome await(Collector collector, Future<CollectionResult> work, Instant start)
            throws InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(limitEach) < 0; waited = waited.plus(LOOK_EVERY)) {
            try {
                CollectionResult result = work.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                Duration took = Duration.between(start, clock.instant());
                tell(() -> listener.finished(collector, result, took));
                return new CollectorOutcome.Collected(collector.id(), result, took);
            } catch (TimeoutException _) {
                if (cancelled.getAsBoolean()) {
                    return cancelled(collector);
                }
            } catch (CancellationException _) {
                return cancelled(collector);
            } catch (ExecutionException e) {
                return failed(collector, "it broke: " + e.getCause());
            }
        }
        return failed(collector, "no result within " + limitEach.toSeconds() + " s");
    }

    private CollectorOutcome cancelled(Collector collector) {
        tell(() -> listener.cancelled(collector));
        return new CollectorOutcome.Cancelled(collector.id());
    }

    private CollectorOutcome failed(Collector collector, String why) {
        tell(() -> listener.failed(collector, why));
        return new CollectorOutcome.Failed(collector.id(), why);
    }

    private void tell(Runnable event) {
        telling.lock();
        try {
            event.run();
        } finally {
            telling.unlock();
        }
    }
}
