package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;

/// What the ledger says was erased. Safe for any thread.
final class Erasures {
    private final EventLog log;
    private final List<Recorded<Destruction>> all = new ArrayList<>();
    private final Map<Digest, Recorded<Destruction>> byPayload = new HashMap<>();
    private final Map<EvidenceId, Recorded<Destruction>> byEvidence = new HashMap<>();
    private long seen;

    Erasures(EventLog log) {
        this.log = log;
    }

    /// Oldest first.
    synchronized List<Recorded<Destruction>> all() {
        catchUp();
        return List.copyOf(all);
    }

    synchronized boolean erased(Digest stored) {
        catchUp();
        return byPayload.containsKey(stored);
    }

    synchronized Optional<Recorded<Destruction>> of(Digest stored) {
        catchUp();
        return Optional.ofNullable(byPayload.get(stored));
    }

    synchronized Optional<Recorded<Destruction>> of(EvidenceId evidence) {
        catchUp();
        return Optional.ofNullable(byEvidence.get(evidence));
    }

    private void catchUp() {
        long size = log.size();
        if (seen < size) {
            List<Recorded<? extends Destruction>> news = new ArrayList<>(log.all(ErasureEvent.EvidenceErased.class));
            news.addAll(log.all(ErasureEvent.PayloadErased.class));
            news.addAll(log.all(ErasureEvent.ErasureFollowed.class));
            news.removeIf(recorded -> recorded.entry() < seen);
            news.sort(Comparator.comparingLong(Recorded::entry));
            news.forEach(recorded -> recorded.as(Destruction.class).ifPresent(this::add));
            seen = size;
        }
    }

    private void add(Recorded<Destruction> recorded) {
        all.add(recorded);
        recorded.event().payloads().forEach(stored -> byPayload.putIfAbsent(stored, recorded));
        recorded.event().destroyed().ifPresent(evidence -> byEvidence.putIfAbsent(evidence, recorded));
    }
}
