package org.cairn.checklist.posture;

import static org.cairn.checklist.posture.SmallWorld.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.Laptops.Laptop;
import org.cairn.checklist.posture.Laptops.Said;

/// Laptops that record, exchange and decide at random. The oracle knows of each answer what its author had before them,
/// and
/// nothing of how judgement finds out.
class CompetitionProperties {
    private static final List<ControlId> CONTROLS = List.of(SmallWorld.UNCHECKED, SmallWorld.OVERLAPPING);
    private static final List<AnswerStatus> STATUSES =
            List.of(AnswerStatus.MET, AnswerStatus.NOT_MET, AnswerStatus.PARTLY_MET);
    private static final int LAST_DAY = 6;

    @Property(tries = 400)
    void afterAFullExchangeEverybodyConcludesWhatTheOracleDoes(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int count, @ForAll @IntRange(max = 40) int steps) {
        Laptops laptops = new Laptops(count);
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            act(laptops, random);
        }
        laptops.exchangeAll();
        for (int validAt = 0; validAt <= LAST_DAY; validAt++) {
            Posture first = laptops.all.getFirst().postureAt(validAt);
            for (Laptop laptop : laptops.all) {
                Posture posture = laptop.postureAt(validAt);
                assertEquals(states(first), states(posture), laptop.origin);
                for (ControlId control : CONTROLS) {
                    assertEquals(
                            oracle(laptops.said, control, day(validAt)),
                            answers(posture, control, laptop),
                            laptop.origin + " of " + control + " on day " + validAt);
                }
            }
        }
    }

    private static void act(Laptops laptops, Random random) {
        Laptop one = laptops.all.get(random.nextInt(laptops.all.size()));
        Laptop other = laptops.all.get(random.nextInt(laptops.all.size()));
        ControlId control = CONTROLS.get(random.nextInt(CONTROLS.size()));
        switch (random.nextInt(5)) {
            case 0, 1 ->
                laptops.answer(one, random.nextInt(LAST_DAY), control, STATUSES.get(random.nextInt(STATUSES.size())));
            case 2, 3 -> {
                if (one != other) {
                    laptops.exchange(one, other);
                }
            }
            default -> decide(laptops, one, control, random);
        }
    }

    private static void decide(Laptops laptops, Laptop laptop, ControlId control, Random random) {
        Posture posture = laptop.postureAt(random.nextInt(LAST_DAY));
        List<EntryPlace> competing = new ArrayList<>(posture.control(control).orElseThrow().competing().stream()
                .map(answer -> place(answer, laptop))
                .toList());
        if (!competing.isEmpty()) {
            EntryPlace chosen = competing.remove(random.nextInt(competing.size()));
            laptops.decide(laptop, control, chosen, competing);
        }
    }

    private static EntryPlace place(Recorded<ControlAnswered> answer, Laptop laptop) {
        return answer.importedFrom().orElseGet(() -> new EntryPlace(laptop.origin, answer.entry()));
    }

    private static List<String> states(Posture posture) {
        List<String> states = new ArrayList<>();
        posture.controls().forEach(row -> states.add(row.control().id() + " " + row.standing() + " " + row.counts()));
        posture.framework(SmallWorld.LAW)
                .orElseThrow()
                .requirements()
                .forEach(row -> states.add(row.requirement().id() + " " + row.state()));
        return states;
    }

    /// The status of the answer that stands, or the places of all in conflict.
    private static Set<String> answers(Posture posture, ControlId control, Laptop laptop) {
        ControlPosture row = posture.control(control).orElseThrow();
        Set<String> found = new TreeSet<>();
        row.answer().ifPresent(answer -> found.add(answer.event().status().name()));
        row.competing().forEach(answer -> found.add(place(answer, laptop).toString()));
        return found;
    }

    /// Every pair is looked at, and what stands before what is closed over by brute force.
    private static Set<String> oracle(List<Said> said, ControlId control, Instant validAt) {
        List<Said> answers = said.stream()
                .filter(each -> each.event() instanceof ControlAnswered answer
                        && answer.subject().equals(control)
                        && !each.validFrom().isAfter(validAt))
                .toList();
        int count = answers.size();
        boolean[][] before = new boolean[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                before[i][j] = i != j && standsBefore(answers.get(i), answers.get(j), said);
            }
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    before[i][j] |= before[i][k] && before[k][j];
                }
            }
        }
        List<Said> left = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean stands = true;
            for (int j = 0; j < count; j++) {
                stands &= !before[j][i] || before[i][j];
            }
            if (stands) {
                left.add(answers.get(i));
            }
        }
        Set<String> statuses = new TreeSet<>();
        left.forEach(
                each -> statuses.add(((ControlAnswered) each.event()).status().name()));
        Set<String> places = new TreeSet<>();
        left.forEach(each -> places.add(each.place().toString()));
        return statuses.size() > 1 ? places : statuses;
    }

    private static boolean standsBefore(Said one, Said other, List<Said> said) {
        boolean later = one.validFrom().isAfter(other.validFrom()) && (one.after(other) || other.after(one))
                || one.validFrom().equals(other.validFrom()) && one.after(other);
        List<Said> about = said.stream()
                .filter(each -> each.event() instanceof ConflictDecided decided
                        && (decides(decided, one, other) || decides(decided, other, one)))
                .toList();
        boolean decided = about.stream()
                .filter(each -> about.stream().noneMatch(newer -> newer.after(each)))
                .anyMatch(each -> decides((ConflictDecided) each.event(), one, other));
        return later || decided;
    }

    private static boolean decides(ConflictDecided decided, Said winner, Said loser) {
        return decided.chosen().equals(winner.place()) && decided.over().contains(loser.place());
    }

    @Property(tries = 200)
    void theOrderOfImportsChangesNothing(@ForAll long seed) {
        Laptops laptops = new Laptops(3);
        Random random = new Random(seed);
        for (Laptop laptop : laptops.all) {
            for (ControlId control : CONTROLS) {
                laptops.answer(laptop, random.nextInt(3), control, STATUSES.get(random.nextInt(STATUSES.size())));
            }
        }
        List<Laptop> all = laptops.all;
        laptops.exchange(all.get(1), all.get(0));
        laptops.exchange(all.get(2), all.get(0));
        laptops.exchange(all.get(2), all.get(1));
        laptops.exchange(all.get(0), all.get(1));
        laptops.exchange(all.get(0), all.get(2));
        laptops.exchange(all.get(1), all.get(2));
        assertEquals(states(all.get(0).postureAt(3)), states(all.get(1).postureAt(3)));
        assertEquals(states(all.get(0).postureAt(3)), states(all.get(2).postureAt(3)));
    }

    @Property(tries = 100)
    void twoWhoDecideDifferentlyAreInConflictAgainUntilOneKnowsBoth(@ForAll long seed) {
        Laptops laptops = new Laptops(2);
        Laptop one = laptops.all.get(0);
        Laptop other = laptops.all.get(1);
        Random random = new Random(seed);
        ControlId control = CONTROLS.getFirst();
        EntryPlace met = laptops.answer(one, random.nextInt(3), control, AnswerStatus.MET);
        EntryPlace not = laptops.answer(other, random.nextInt(3), control, AnswerStatus.NOT_MET);
        laptops.exchangeAll();
        laptops.decide(one, control, met, List.of(not));
        laptops.decide(other, control, not, List.of(met));
        laptops.exchangeAll();
        for (Laptop laptop : laptops.all) {
            assertEquals(Set.of(met.toString(), not.toString()), answers(laptop.postureAt(3), control, laptop));
        }
        laptops.decide(one, control, not, List.of(met));
        laptops.exchangeAll();
        for (Laptop laptop : laptops.all) {
            assertEquals(Set.of("NOT_MET"), answers(laptop.postureAt(3), control, laptop));
            assertTrue(laptop.postureAt(3).contradictions().isEmpty());
        }
    }
}
