package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.app.workspace.CollectionSummary.FailedCollector;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.CollectionRun;
import org.cairn.collectors.host.Collector;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.ledger.key.KeyringLocked;

/// One run of collectors. Each result is recorded as soon as it is there; at the end an entry says what ran.
final class Collecting {
    /// A hung mount or command must not hold up the others for long.
    private static final Duration LIMIT_EACH = Duration.ofSeconds(60);

    private final Parts parts;

    Collecting(Parts parts) {
        this.parts = parts;
    }

    CollectionSummary collect(List<CollectorId> only, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        List<Collector> chosen = chosen(only);
        parts.requireWritable();
        WorkspaceEnvironment environment = parts.environment();
        Instant startedAt = environment.clock().instant();
        Recording recording = new Recording(progress);
        new CollectionRun(
                        environment.host(),
                        environment.clock(),
                        LIMIT_EACH,
                        recording,
                        () -> cancellation.requested() || recording.broken())
                .run(chosen);
        recording.rethrow();
        long entry = parts.log()
                .recordByPerson(new Event.CollectionCompleted(
                        startedAt,
                        recording.recorded.stream().map(RecordedEvidence::id).toList(),
                        recording.failed.stream()
                                .map(FailedCollector::collector)
                                .toList(),
                        cancellation.requested()));
        return new CollectionSummary(
                startedAt,
                Duration.between(startedAt, environment.clock().instant()),
                recording.recorded,
                recording.failed,
                cancellation.requested(),
                entry);
    }

    private List<Collector> chosen(List<CollectorId> only) throws WorkspaceException {
        List<Collector> all = parts.environment().collectors();
        List<String> known =
                all.stream().map(collector -> collector.id().value()).toList();
        for (CollectorId id : only) {
            if (!known.contains(id.value())) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_COLLECTOR,
                        "no collector " + id + "; nothing was collected." + NearIds.question(id.value(), known));
            }
        }
        return only.isEmpty()
                ? all
                : all.stream()
                        .filter(collector -> only.contains(collector.id()))
                        .toList();
    }

    /// Called by one thread at a time, as [CollectionListener] promises.
    private final class Recording implements CollectionListener {
        private final CollectionProgress progress;
        private final List<RecordedEvidence> recorded = new ArrayList<>();
        private final List<FailedCollector> failed = new ArrayList<>();
        private final AtomicReference<Optional<WorkspaceException>> failure = new AtomicReference<>(Optional.empty());

        Recording(CollectionProgress progress) {
            this.progress = progress;
        }

        @Override
        public void started(Collector collector, int total) {
            progress.started(collector.id(), collector.title(), total);
        }

        @Override
        public void finished(Collector collector, CollectionResult result, Duration took) {
            if (broken()) {
                return;
            }
            try {
                RecordedEvidence evidence =
                        parts.shelf().record(result, parts.keyring().collector());
                recorded.add(evidence);
                progress.recorded(evidence, took);
            } catch (WorkspaceException e) {
                failure.set(Optional.of(e));
            } catch (KeyringLocked e) {
                failure.set(Optional.of(Failures.of(e)));
            }
        }

        @Override
        public void failed(Collector collector, String why) {
            failed.add(new FailedCollector(collector.id(), why));
            progress.failed(collector.id(), why);
        }

        @Override
        public void cancelled(Collector collector) {
            failed(collector, "cancelled");
        }

        /// The disk is full, or the ledger refuses: going on would lose what is collected.
        boolean broken() {
            return failure.get().isPresent();
        }

        void rethrow() throws WorkspaceException {
            if (failure.get().isPresent()) {
                throw failure.get().get();
            }
        }
    }
}
