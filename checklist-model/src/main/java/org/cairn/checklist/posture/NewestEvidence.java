package org.cairn.checklist.posture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.checklist.Gap;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;

/// The newest evidence of a collector from every host, and of every scope within it, so that what one host or scan
/// shows never hides another. A piece gives way only to a later one of the same host and scope, and not to one that the
/// host itself numbered as the earlier: where a host's clock went back, both count.
final class NewestEvidence {
    /// @param newest   at least one piece of every host and scope that showed any, the latest observation first
    /// @param unopened the newest piece that cannot be opened, if it is newer than what some host last showed.
    ///                 Nobody can tell which host it is of, so it may be newer than what is judged here
    /// @param silent   hosts that are expected to show such evidence, and never did; sorted
    record Reading(List<RecordedEvidence> newest, Optional<Gap> unopened, List<HostRef> silent) {
        Reading {
            newest = List.copyOf(newest);
            silent = List.copyOf(silent);
        }

        boolean seen() {
            return !newest.isEmpty() || unopened.isPresent();
        }

        /// The pieces of one host.
        List<RecordedEvidence> of(HostRef host) {
            return newest.stream()
                    .filter(piece -> piece.evidence().hostRef().equals(host))
                    .toList();
        }
    }

    private final Known known;
    private final ExpectedHosts hosts;
    private final Function<EvidenceId, Optional<RecordedEvidence>> open;
    private final Map<CollectorId, Reading> readings = new HashMap<>();

    private NewestEvidence(Known known, ExpectedHosts hosts, Function<EvidenceId, Optional<RecordedEvidence>> open) {
        this.known = known;
        this.hosts = hosts;
        this.open = open;
    }

    static NewestEvidence of(Known known, History history) {
        return new NewestEvidence(known, ExpectedHosts.of(known.fleet(), history.texts()), history.evidence());
    }

    ExpectedHosts hosts() {
        return hosts;
    }

    Reading of(CollectorId collector) {
        return readings.computeIfAbsent(collector, this::read);
    }

    private Reading read(CollectorId collector) {
        List<RecordedEvidence> newest = new ArrayList<>();
        Map<String, List<RecordedEvidence>> laterByName = new HashMap<>();
        Optional<Gap> newestUnopened = Optional.empty();
        boolean mayBeNewer = false;
        for (Recorded<Event.EvidenceRecorded> recorded : known.evidence(collector)) {
            Optional<RecordedEvidence> opened = open(recorded);
            if (opened.isEmpty()) {
                newestUnopened = newestUnopened.isPresent() ? newestUnopened : Optional.of(unopened(recorded));
                continue;
            }
            RecordedEvidence piece = opened.get();
            if (hosts.dismiss(piece)) {
                continue;
            }
            List<RecordedEvidence> later =
                    laterByName.computeIfAbsent(piece.evidence().hostRef().name(), _ -> new ArrayList<>());
            if (later.stream().noneMatch(each -> takesThePlaceOf(each, piece))) {
                newest.add(piece);
                mayBeNewer = newestUnopened.isPresent();
            }
            later.add(piece);
        }
        return new Reading(
                newest,
                newest.isEmpty() || mayBeNewer ? newestUnopened : Optional.empty(),
                hosts.silentAmong(collector, newest));
    }

    private Optional<RecordedEvidence> open(Recorded<Event.EvidenceRecorded> recorded) {
        EvidenceId id = recorded.event().id();
        return known.erasure(id).isPresent() ? Optional.empty() : open.apply(id);
    }

    /// Of two pieces, the first observed later. What is of a host of which only the name is known gives way to any of
    /// that name.
    private boolean takesThePlaceOf(RecordedEvidence later, RecordedEvidence earlier) {
        HostRef host = earlier.evidence().hostRef();
        boolean sameHost = host.machine().isEmpty()
                ? later.evidence().hostRef().name().equals(host.name())
                : later.evidence().hostRef().equals(host);
        boolean sameScope =
                later.evidence().fact(Evidence.SCOPE).equals(earlier.evidence().fact(Evidence.SCOPE));
        return sameHost && sameScope && !numberedBefore(later, earlier);
    }

    private boolean numberedBefore(RecordedEvidence one, RecordedEvidence other) {
        Optional<HostRunImported> run = known.run(one.id());
        Optional<HostRunImported> otherRun = known.run(other.id());
        return run.isPresent()
                && otherRun.isPresent()
                && run.get().key().equals(otherRun.get().key())
                && run.get().sequence() < otherRun.get().sequence();
    }

    private Gap unopened(Recorded<Event.EvidenceRecorded> recorded) {
        Optional<Long> erasure = known.erasure(recorded.event().id());
        if (erasure.isPresent()) {
            return new Gap.Erased(recorded.event().id(), erasure.get());
        }
        return new Gap.Unreadable(new Refusal(
                "evidence " + recorded.event().id().shortForm(),
                Refusal.Why.ABSENT,
                "entry " + recorded.entry()
                        + " records it and its payload cannot be opened: erased, or not in this folder"));
    }
}
