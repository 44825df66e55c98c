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
import org.cairn.checklist.posture.Fleet;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.CollectionRun;
import org.cairn.collectors.host.Collector;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Platform;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.ledger.key.KeyringLocked;

/// One run of collectors. Each result is recorded as soon as it is there; at the end an entry says what ran.
final class Collecting {
    private final Parts parts;

    Collecting(Parts parts) {
        this.parts = parts;
    }

    CollectionSummary collect(CollectionRequest request, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        List<Collector> asked = chosen(request.only(), request.host().platform());
        parts.requireWritable();
        WorkspaceEnvironment environment = parts.environment();
        Fleet before = parts.fleet(parts.times(AsOf.now()));
        List<Collector> chosen = asked.stream()
                .filter(collector -> isDue(collector, request, before))
                .toList();
        Instant startedAt = environment.clock().instant();
        Recording recording = new Recording(progress);
        new CollectionRun(
                        request.host(),
                        environment.clock(),
                        CollectionRun.USUAL_LIMIT_EACH,
                        recording,
                        () -> cancellation.requested() || recording.broken())
                .run(chosen);
        recording.rethrow();
        Optional<Long> entry = chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.log().recordByPerson(recording.completed(startedAt, cancellation)));
        Instant endedAt = environment.clock().instant();
        Fleet after = parts.fleet(parts.times(AsOf.now()));
        return new CollectionSummary(
                startedAt,
                Duration.between(startedAt, endedAt),
                recording.recorded,
                recording.failed,
                asked.stream()
                        .filter(collector -> !chosen.contains(collector))
                        .map(Collector::id)
                        .toList(),
                cancellation.requested(),
                entry,
                RunChanges.between(before, after, request.host().identity().hostRef(), recording.recorded));
    }

    /// Whether the newest of this host is older than was asked, or there is none.
    private boolean isDue(Collector collector, CollectionRequest request, Fleet known) {
        if (request.ifOlderThan().isEmpty()) {
            return true;
        }
        Instant limit = parts.environment()
                .clock()
                .instant()
                .minus(request.ifOlderThan().get());
        return known.rows().stream()
                .filter(row -> row.check().reads().equals(collector.id()))
                .flatMap(row -> row.of(request.host().identity().hostRef()).stream())
                .flatMap(cell -> cell.judged().stream())
                .noneMatch(piece -> piece.observedAt().isAfter(limit)
                        && piece.evidence().version() >= collector.description().version());
    }

    /// Those of the system that is read.
    private List<Collector> chosen(List<CollectorId> only, Platform platform) throws WorkspaceException {
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
        return all.stream()
                .filter(collector -> collector.platform() == platform)
                .filter(collector -> only.isEmpty() || only.contains(collector.id()))
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

        Event completed(Instant startedAt, Cancellation cancellation) {
            return new Event.CollectionCompleted(
                    startedAt,
                    recorded.stream().map(RecordedEvidence::id).toList(),
                    failed.stream().map(FailedCollector::collector).toList(),
                    cancellation.requested());
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
