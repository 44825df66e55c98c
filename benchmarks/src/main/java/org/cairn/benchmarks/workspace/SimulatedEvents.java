package org.cairn.benchmarks.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.EventDraft;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// Two years of work: sittings of a few dozen answers, some of them late or corrections, evidence that is linked, runs
/// of
/// collectors, and now and then a clock that goes back.
final class SimulatedEvents {
    static final Instant START = Instant.parse("2024-01-01T08:00:00Z");
    static final String VERSION = "simulated";

    private static final Duration SPAN = Duration.ofDays(730);

    /// Each piece of evidence is two files; more would measure the file system.
    private static final int MOST_EVIDENCE = 4_000;

    /// A piece of evidence speaks for few subjects.
    private static final int LINKS_EACH = 2;

    private static final int TEXTS = 40;
    private static final List<String> HOSTS = List.of("alpha", "beta", "gamma", "delta");
    private static final int SITTING = 60;

    /// @param byCollector whose key signs
    record Draft(EventDraft<Event> draft, boolean byCollector) {}

    private final Random random;
    private final Catalogue catalogue;
    private final List<Subject> subjects;
    private final SimulatedEvidence evidence;
    private final List<PayloadRef> texts;
    private final Duration step;
    private final long entriesPerRun;
    private final Queue<Draft> pending = new ArrayDeque<>();
    private final List<EvidenceId> recorded = new ArrayList<>();
    private Instant now = START;
    private long drawn;
    private long runs;
    private long links;

    private SimulatedEvents(
            Random random, Catalogue catalogue, SimulatedEvidence evidence, List<PayloadRef> texts, long entries) {
        this.random = random;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.texts = texts;
        this.step = SPAN.dividedBy(entries);
        this.subjects = new ArrayList<>();
        catalogue.controls().stream().map(Control::id).forEach(subjects::add);
        catalogue.frameworks().stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(Requirement::assessable)
                .map(Requirement::id)
                .forEach(subjects::add);
        long pieces = Math.min(MOST_EVIDENCE, entries / 20);
        this.entriesPerRun = entries / Math.max(1, pieces / evidence.perRun());
    }

    /// @param entries over which the two years are spread
    static SimulatedEvents of(
            long seed, long entries, Catalogue catalogue, SimulatedEvidence evidence, EvidenceVault vault)
            throws VaultException {
        List<PayloadRef> texts = vault.putAll(IntStream.range(0, TEXTS)
                .mapToObj(i -> Bytes.utf8("Simulated text " + i + ": reviewed with the team, see the minutes."))
                .toList());
        return new SimulatedEvents(new Random(seed), catalogue, evidence, texts, entries);
    }

    Draft next() throws VaultException {
        now = now.plus(step.multipliedBy(random.nextLong(2_001)).dividedBy(1_000));
        if (drawn / entriesPerRun >= runs) {
            collect();
        }
        drawn++;
        Draft waiting = pending.poll();
        return waiting == null ? byPerson() : waiting;
    }

    /// A run's entries all follow it at once; one in ten arrives weeks later, as a bundle from another machine does.
    private void collect() throws VaultException {
        boolean late = random.nextInt(10) == 0;
        Instant observedAt = now.minus(late ? Duration.ofDays(1 + random.nextInt(40)) : Duration.ofMinutes(2));
        String host = HOSTS.get((int) (runs++ % HOSTS.size()));
        List<EvidenceRecorded> pieces = evidence.run(random, host, observedAt);
        for (EvidenceRecorded piece : pieces) {
            pending.add(new Draft(new EventDraft<>(now, observedAt, Optional.empty(), piece), true));
            recorded.add(piece.id());
        }
        List<EvidenceId> ids = pieces.stream().map(EvidenceRecorded::id).toList();
        pending.add(person(new Event.CollectionCompleted(observedAt, ids, List.of(), false)));
    }

    private Draft byPerson() {
        if (drawn % SITTING == 1) {
            return person(new Event.SessionOpened(VERSION, "systemd-timesyncd", true));
        }
        if (random.nextInt(20_000) == 0) {
            Instant previous = now;
            now = now.minusSeconds(60 + random.nextInt(7_200));
            return person(new Event.ClockWentBack(previous, now));
        }
        boolean link = links < (long) LINKS_EACH * recorded.size() && random.nextInt(12) == 0;
        return link ? link() : answer();
    }

    private Draft link() {
        links++;
        return person(new Event.EvidenceLinked(any(recorded), any(subjects)));
    }

    private Draft answer() {
        Subject subject = any(subjects);
        AnswerStatus status = any(List.of(AnswerStatus.values()));
        Instant validFrom = validFrom();
        Event event = new Event.ControlAnswered(
                subject,
                status,
                catalogue.textDigest(subject).orElseThrow(),
                status.needsReason() || random.nextInt(4) == 0 ? Optional.of(any(texts)) : Optional.empty(),
                random.nextInt(3) == 0
                        ? Optional.of(new Maturity(random.nextInt(6), random.nextInt(6)))
                        : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(any(texts)) : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of(day(now).plusDays(30)) : Optional.empty(),
                status == AnswerStatus.NOT_YET_APPLICABLE
                        ? Optional.of(day(now).plusDays(random.nextInt(200)))
                        : Optional.empty(),
                recorded.isEmpty() || random.nextInt(6) > 0 ? List.of() : List.of(any(recorded)));
        Optional<Instant> validTo = random.nextInt(30) == 0
                ? Optional.of(validFrom.plus(Duration.ofDays(1 + random.nextInt(90))))
                : Optional.empty();
        return new Draft(new EventDraft<>(now, validFrom, validTo, event), false);
    }

    /// Mostly from now on; a third is about days before, a few about days to come.
    private Instant validFrom() {
        int drawnKind = random.nextInt(20);
        if (drawnKind == 0) {
            return now.plus(Duration.ofHours(random.nextInt(24 * 30)));
        }
        return drawnKind < 7 ? now.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 180))) : now;
    }

    private Draft person(Event event) {
        return new Draft(new EventDraft<>(now, now, Optional.empty(), event), false);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
