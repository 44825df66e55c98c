package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.replay.EntryHeader;

/// The events that may bear on a posture: of the answers of this log to one subject, the one that holds,
/// or all where answers of other logs compete with them; of evidence,
/// what was observed by then; of everything else, all but what no judgement reads. The index chooses, so that of a
/// million entries a few thousand are read.
final class BearingEvents {
    /// Kinds that judgement never reads.
    private static final List<Class<? extends Event>> WITHOUT_BEARING = List.of(
            Event.SessionOpened.class,
            Event.ClockWentBack.class,
            Event.CollectionCompleted.class,
            Event.PackIssued.class,
            DeadlineEvent.DeadlineStarted.class,
            DeadlineEvent.DeadlineStartLearned.class,
            DeadlineEvent.DeadlineMet.class,
            DeadlineEvent.DeadlineExtended.class,
            DeadlineEvent.DeadlineWithdrawn.class);

    private final EventLog log;
    private final EntryFinder finder;

    BearingEvents(EventLog log, EntryFinder finder) {
        this.log = log;
        this.finder = finder;
    }

    /// In the order of their entries.
    /// @param size how many entries count
    List<Recorded<? extends Event>> at(Instant validAt, long size) {
        BitSet chosen = new BitSet(Math.toIntExact(size));
        chosen.set(0, Math.toIntExact(size));
        WITHOUT_BEARING.forEach(kind -> remove(chosen, kind, size));
        remove(chosen, ControlAnswered.class, size);
        for (long entry : finder.entries(EvidenceRecorded.class, size)) {
            boolean later = finder.header(entry)
                    .filter(header -> header.validFrom().isAfter(validAt))
                    .isPresent();
            chosen.set((int) entry, !later);
        }
        if (!finder.entries(BundleImported.class, size).isEmpty()) {
            finder.entries(ControlAnswered.class, size).forEach(answer -> chosen.set(answer.intValue()));
        }
        List<Long> answers = finder.latestPerSubject(ControlAnswered.class, validAt, size);
        log.readAhead(answers);
        for (long answer : answers) {
            choose(chosen, answer, size);
        }
        log.readAhead(chosen.stream().asLongStream().boxed().toList());
        List<Recorded<? extends Event>> events = new ArrayList<>();
        chosen.stream().forEach(entry -> log.event(entry).ifPresent(events::add));
        return events;
    }

    private void remove(BitSet chosen, Class<? extends Event> kind, long size) {
        finder.entries(kind, size).forEach(entry -> chosen.clear(entry.intValue()));
    }

    /// Where what the index chose turns out to be no readable answer, all answers to that subject are given.
    private void choose(BitSet chosen, long answer, long size) {
        Optional<Recorded<ControlAnswered>> read =
                log.event(answer).flatMap(recorded -> recorded.as(ControlAnswered.class));
        if (read.isPresent()) {
            chosen.set((int) answer);
        } else {
            String subject = finder.header(answer).flatMap(EntryHeader::subject).orElseThrow();
            finder.about(subject, size).forEach(other -> chosen.set(other.intValue()));
        }
    }
}
