package org.cairn.checklist.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;

/// Which of several answers to one subject stand. Where one of two answers was given in knowledge of the other, the one
/// that is valid from a later time stands before it, of equal ones the one given in knowledge; where neither was, only
/// a
/// person's decision puts one before the other. Answers that stand behind nothing outside their own circle are left
/// over;
/// two that say different things are a conflict. The rules stand in `docs/exchange.md`.
final class Competition {
    private final List<Candidate> candidates;
    private final List<Recorded<ConflictDecided>> decisions;
    private final Awareness awareness;

    /// @param knew how many entries of each log whoever answered had before them
    private record Candidate(Recorded<ControlAnswered> answer, EntryPlace place, Map<String, Long> knew) {
        boolean knew(Candidate other) {
            return place.origin().equals(other.place.origin())
                    ? place.index() > other.place.index()
                    : knew.getOrDefault(other.place.origin(), 0L) > other.place.index();
        }

        /// Valid from a later time; of equal ones the one given in knowledge of the other. Only where one knew the
        /// other.
        boolean supersedes(Candidate other) {
            int order = answer.validFrom().compareTo(other.answer.validFrom());
            return order > 0 ? knew(other) || other.knew(this) : order == 0 && knew(other);
        }
    }

    private Competition(
            List<Recorded<ControlAnswered>> answers, List<Recorded<ConflictDecided>> decisions, Awareness awareness) {
        this.candidates = answers.stream()
                .map(answer ->
                        new Candidate(answer, awareness.place(answer), awareness.knownAt(awareness.place(answer))))
                .sorted(Comparator.comparing(Candidate::place))
                .toList();
        this.decisions = decisions;
        this.awareness = awareness;
    }

    /// One answer, or all those in conflict, in the order of their places; none where all that would stand were
    /// withdrawn. A withdrawn answer stands before those that it replaced, and says nothing. Requires at least one
    /// answer,
    /// all to one subject and valid at one instant.
    static List<Recorded<ControlAnswered>> standing(
            List<Recorded<ControlAnswered>> answers,
            List<Recorded<ConflictDecided>> decisions,
            Awareness awareness,
            Predicate<EntryPlace> withdrawn) {
        if (answers.size() == 1) {
            return withdrawn.test(awareness.place(answers.getFirst())) ? List.of() : answers;
        }
        Competition competition = new Competition(answers, decisions, awareness);
        List<Candidate> left = decisions.isEmpty() ? competition.notSuperseded() : competition.leftOver();
        return agreed(left.stream()
                .filter(candidate -> !withdrawn.test(candidate.place()))
                .toList());
    }

    /// Without decisions there are no circles, and of one log only its newest answer can be left.
    private List<Candidate> notSuperseded() {
        Map<String, Candidate> newest = new TreeMap<>();
        for (Candidate candidate : candidates) {
            newest.merge(candidate.place().origin(), candidate, (one, other) -> other.supersedes(one) ? other : one);
        }
        return newest.values().stream()
                .filter(each -> candidates.stream().noneMatch(other -> other.supersedes(each)))
                .toList();
    }

    /// Those behind which everything stands that stands before them.
    private List<Candidate> leftOver() {
        List<BitSet> behind = behind();
        List<Candidate> left = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int at = i;
            boolean stands = IntStream.range(0, candidates.size())
                    .filter(other -> behind.get(other).get(at))
                    .allMatch(other -> behind.get(at).get(other));
            if (stands) {
                left.add(candidates.get(i));
            }
        }
        return left;
    }

    /// For each answer, all that it stands before, directly or through others (Warshall's transitive closure).
    private List<BitSet> behind() {
        int count = candidates.size();
        List<BitSet> behind = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BitSet direct = new BitSet(count);
            for (int j = 0; j < count; j++) {
                direct.set(j, i != j && standsBefore(candidates.get(i), candidates.get(j)));
            }
            behind.add(direct);
        }
        for (int through = 0; through < count; through++) {
            for (BitSet each : behind) {
                if (each.get(through)) {
                    each.or(behind.get(through));
                }
            }
        }
        return behind;
    }

    private boolean standsBefore(Candidate one, Candidate other) {
        return one.supersedes(other) || decidedFor(one.place(), other.place());
    }

    /// A decision gives way to another about the same two answers that was made in knowledge of it.
    private boolean decidedFor(EntryPlace winner, EntryPlace loser) {
        List<Recorded<ConflictDecided>> both = decisions.stream()
                .filter(decision ->
                        decides(decision.event(), winner, loser) || decides(decision.event(), loser, winner))
                .toList();
        return both.stream()
                .filter(decision -> decides(decision.event(), winner, loser))
                .anyMatch(decision -> both.stream()
                        .noneMatch(later -> awareness.knew(awareness.place(later), awareness.place(decision))));
    }

    private static boolean decides(ConflictDecided decision, EntryPlace winner, EntryPlace loser) {
        return decision.chosen().equals(winner) && decision.over().contains(loser);
    }

    /// Answers that say the same are no conflict: the first by place is shown.
    private static List<Recorded<ControlAnswered>> agreed(List<Candidate> left) {
        List<Recorded<ControlAnswered>> ordered =
                left.stream().map(Candidate::answer).toList();
        long meanings = ordered.stream().map(Meaning::of).distinct().count();
        return meanings == 1 ? List.of(ordered.getFirst()) : ordered;
    }

    /// All of an answer that judgement uses, and the evidence it names.
    private record Meaning(
            AnswerStatus status,
            Digest text,
            Optional<Maturity> maturity,
            Optional<LocalDate> due,
            Optional<LocalDate> appliesFrom,
            List<EvidenceId> evidence) {
        static Meaning of(Recorded<ControlAnswered> answer) {
            ControlAnswered event = answer.event();
            return new Meaning(
                    event.status(),
                    event.textDigest(),
                    event.maturity(),
                    event.due(),
                    event.appliesFrom(),
                    event.evidence());
        }
    }
}
