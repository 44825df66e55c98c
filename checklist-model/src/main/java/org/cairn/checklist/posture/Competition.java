package org.cairn.checklist.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;

/// Which of several answers to one subject stand. One answer stands back behind another that is valid from no earlier
/// and
/// was given in knowledge of it, or that a person decided for. Answers that stand behind nothing outside their own
/// circle are left over; two that say different things are a conflict. The rules stand in `docs/exchange.md`.
final class Competition {
    private final List<Recorded<ControlAnswered>> answers;
    private final List<EntryPlace> places;
    private final List<Recorded<ConflictDecided>> decisions;
    private final Awareness awareness;

    private Competition(
            List<Recorded<ControlAnswered>> answers, List<Recorded<ConflictDecided>> decisions, Awareness awareness) {
        this.answers = answers;
        this.places = answers.stream().map(awareness::place).toList();
        this.decisions = decisions;
        this.awareness = awareness;
    }

    /// One answer, or all those in conflict, in the order of their places. Requires at least one answer, all to one
    /// subject and valid at one instant.
    static List<Recorded<ControlAnswered>> standing(
            List<Recorded<ControlAnswered>> answers, List<Recorded<ConflictDecided>> decisions, Awareness awareness) {
        List<Recorded<ControlAnswered>> left = relevant(answers, decisions, awareness);
        return left.size() == 1 ? left : agreed(new Competition(left, decisions, awareness).leftOver(), awareness);
    }

    /// Of each log, the answers that no later one of the same log covers, and those that a decision names. What an
    /// answer left out here stands before, the one that covers it stands before too: a log never forgets.
    private static List<Recorded<ControlAnswered>> relevant(
            List<Recorded<ControlAnswered>> answers, List<Recorded<ConflictDecided>> decisions, Awareness awareness) {
        Set<EntryPlace> named = new HashSet<>();
        for (Recorded<ConflictDecided> decision : decisions) {
            named.add(decision.event().chosen());
            named.addAll(decision.event().over());
        }
        List<Recorded<ControlAnswered>> newestFirst = answers.stream()
                .sorted(Comparator.comparing(awareness::place).reversed())
                .toList();
        List<Recorded<ControlAnswered>> kept = new ArrayList<>();
        Optional<Recorded<ControlAnswered>> cover = Optional.empty();
        for (Recorded<ControlAnswered> answer : newestFirst) {
            boolean covered = cover.filter(later -> sameLog(later, answer, awareness)
                            && !later.validFrom().isBefore(answer.validFrom()))
                    .isPresent();
            if (!covered || named.contains(awareness.place(answer))) {
                kept.add(answer);
            }
            cover = covered ? cover : Optional.of(answer);
        }
        return kept.reversed();
    }

    private static boolean sameLog(
            Recorded<ControlAnswered> one, Recorded<ControlAnswered> other, Awareness awareness) {
        return awareness.place(one).origin().equals(awareness.place(other).origin());
    }

    private List<Recorded<ControlAnswered>> leftOver() {
        List<Set<Integer>> before = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            before.add(reaching(i));
        }
        List<Recorded<ControlAnswered>> left = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            int at = i;
            if (before.get(i).stream().allMatch(other -> before.get(other).contains(at))) {
                left.add(answers.get(i));
            }
        }
        return left;
    }

    /// Everything that stands before answer `at`, directly or through others.
    private Set<Integer> reaching(int at) {
        Set<Integer> found = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(at));
        while (!open.isEmpty()) {
            int behind = open.removeLast();
            for (int i = 0; i < answers.size(); i++) {
                if (i != behind && standsBefore(i, behind) && found.add(i)) {
                    open.add(i);
                }
            }
        }
        return found;
    }

    private boolean standsBefore(int one, int other) {
        return answeredAfter(one, other) || decidedFor(places.get(one), places.get(other));
    }

    /// Valid from a later time; of equal ones the one given in knowledge of the other. Only where one knew the other.
    private boolean answeredAfter(int one, int other) {
        boolean oneKnew = awareness.knew(places.get(one), places.get(other));
        boolean otherKnew = awareness.knew(places.get(other), places.get(one));
        int order = answers.get(one).validFrom().compareTo(answers.get(other).validFrom());
        return order > 0 ? oneKnew || otherKnew : order == 0 && oneKnew;
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
    private static List<Recorded<ControlAnswered>> agreed(List<Recorded<ControlAnswered>> left, Awareness awareness) {
        List<Recorded<ControlAnswered>> ordered =
                left.stream().sorted(Comparator.comparing(awareness::place)).toList();
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
