package org.cairn.checklist.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.Fleets.Dismiss;
import org.cairn.checklist.posture.Fleets.Expect;
import org.cairn.checklist.posture.Fleets.Show;
import org.cairn.checklist.posture.Fleets.Step;
import org.cairn.evidence.HostRef;

/// Several hosts, one check: the worst decides. Random histories of what hosts show, with clocks that are wrong, are
/// held
/// to laws, and to a model that knows nothing of how evidence is looked up.
class FleetProperties {
    private static final double NOW = 40;

    private static Outcome outcome(List<Step> steps) {
        return Fleets.history(steps)
                .now(NOW)
                .control(SmallWorld.FULL)
                .orElseThrow()
                .outcome();
    }

    @Property(tries = 1000)
    void whatIsSatisfiedEveryHostShows(@ForAll("histories") List<Step> steps) {
        Model model = new Model(steps);
        if (outcome(steps) instanceof Outcome.Satisfied) {
            assertTrue(model.everyHostPasses(), () -> "satisfied, and yet: " + model.standing);
            assertTrue(model.everyExpectedHostIsSeen(), () -> "satisfied, and yet silent: " + model.expected);
        }
    }

    @Property(tries = 1000)
    void theOutcomeIsThatOfTheModel(@ForAll("histories") List<Step> steps) {
        assertEquals(new Model(steps).outcome(), outcome(steps).getClass());
    }

    @Property(tries = 500)
    void whatOneHostShowsNeverImprovesWhatAnotherShowed(@ForAll("histories") List<Step> steps) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Show("another", Optional.empty(), NOW - 1, NOW - 1, "drop", Optional.empty()));
        assertFalse(
                rank(outcome(more)) > rank(outcome(steps)) && !new Model(steps).nothingIsThere(),
                "a host that passes made the whole look better");
    }

    @Property(tries = 500)
    void toExpectAHostNeverImprovesTheOutcome(@ForAll("histories") List<Step> steps) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Expect("another", Optional.empty(), NOW - 1));
        assertTrue(rank(outcome(more)) <= rank(outcome(steps)));
    }

    @Property(tries = 500)
    void theFleetShowsWhatThePostureCombines(@ForAll("histories") List<Step> steps) {
        SmallWorld world = Fleets.history(steps);
        Fleet fleet = FleetReading.read(SmallWorld.checks(), world.history(), SmallWorld.day(NOW));
        List<Outcome> cells = fleet.rows().getFirst().cells().stream()
                .map(Fleet.Cell::outcome)
                .toList();
        Class<?> combined = cells.isEmpty()
                ? Outcome.Indeterminate.class
                : CombinedOutcome.of(cells).getClass();
        assertEquals(outcome(steps).getClass(), combined);
        for (Fleet.CheckRow row : fleet.rows()) {
            row.cells()
                    .forEach(cell -> assertTrue(fleet.hosts().stream()
                            .anyMatch(state -> state.host().equals(cell.host()))));
        }
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotSatisfied _ -> 0;
            case Outcome.Indeterminate _ -> 1;
            case Outcome.Satisfied _ -> 2;
            case Outcome.NotApplicable _ -> throw new IllegalArgumentException("evidence cannot say that");
        };
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, shows()),
                        net.jqwik.api.Tuple.of(1, expects()),
                        net.jqwik.api.Tuple.of(1, dismissals()))
                .list()
                .ofMaxSize(9)
                .map(Fleets::numbered);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("web", "db");
    }

    private static Arbitrary<Optional<String>> machines() {
        return Arbitraries.of(Optional.empty(), Optional.of("1".repeat(32)), Optional.of("2".repeat(32)));
    }

    /// Days up to now, in quarters so that some are equal; a clock may run ahead.
    private static Arbitrary<Double> days() {
        return Arbitraries.integers().between(100, 168).map(quarter -> quarter / 4.0);
    }

    private static Arbitrary<Step> shows() {
        return Combinators.combine(
                        names(),
                        machines(),
                        days(),
                        Arbitraries.of("drop", "drop", "accept"),
                        Arbitraries.of(true, false))
                .as((name, machine, observed, policy, carried) -> new Show(
                        name, machine, observed, NOW - 1, policy, carried ? Optional.of(1L) : Optional.empty()));
    }

    private static Arbitrary<Step> expects() {
        return Combinators.combine(names(), machines(), days())
                .as((name, machine, day) -> new Expect(name, machine, Math.min(day, NOW)));
    }

    private static Arbitrary<Step> dismissals() {
        return Combinators.combine(names(), machines(), days())
                .as((name, machine, day) -> new Dismiss(name, machine, Math.min(day, NOW)));
    }

    /// What stands, worked out from the words of the decision: of each host, every piece that no later piece of the
    /// same
    /// host replaces.
    private static final class Model {
        private final List<Show> standing = new ArrayList<>();
        private final List<HostRef> expected = new ArrayList<>();

        Model(List<Step> steps) {
            Map<HostRef, Step> said = new HashMap<>();
            for (Step step : steps) {
                if (!(step instanceof Show)) {
                    Step before = said.get(step.host());
                    if (before == null || step.day() >= before.day()) {
                        said.put(step.host(), step);
                    }
                }
            }
            said.forEach((host, step) -> {
                if (step instanceof Expect) {
                    expected.add(host);
                }
            });
            List<Show> shown = new ArrayList<>();
            for (Step step : steps) {
                boolean gone = said.get(step.host()) instanceof Dismiss dismissed && step.day() <= dismissed.day();
                if (step instanceof Show show && !gone) {
                    shown.add(show);
                }
            }
            for (Show one : shown) {
                boolean replaced = false;
                for (Show other : shown) {
                    boolean later = other.day() > one.day()
                            || other.day() == one.day() && steps.lastIndexOf(other) > steps.lastIndexOf(one);
                    boolean same = one.machine().isEmpty()
                            ? one.name().equals(other.name())
                            : one.host().equals(other.host());
                    boolean numberedBefore = one.run().isPresent()
                            && other.run().isPresent()
                            && one.host().equals(other.host())
                            && other.run().get() < one.run().get();
                    replaced |= later && same && !numberedBefore;
                }
                if (!replaced) {
                    standing.add(one);
                }
            }
        }

        private static boolean fresh(Show show) {
            return NOW - show.day() <= 7;
        }

        boolean everyHostPasses() {
            return standing.stream()
                    .allMatch(show -> fresh(show) && show.policy().equals("drop"));
        }

        boolean everyExpectedHostIsSeen() {
            return expected.stream().allMatch(host -> standing.stream().anyMatch(show -> host.mayBe(show.host())));
        }

        boolean nothingIsThere() {
            return standing.isEmpty();
        }

        Class<?> outcome() {
            if (standing.stream().anyMatch(show -> fresh(show) && !show.policy().equals("drop"))) {
                return Outcome.NotSatisfied.class;
            }
            boolean whole = !standing.isEmpty() && everyHostPasses() && everyExpectedHostIsSeen();
            return whole ? Outcome.Satisfied.class : Outcome.Indeterminate.class;
        }
    }

    @Property(tries = 1)
    void aWeekIsTheTimeToLiveThatTheModelCountsWith() {
        assertEquals(Duration.ofDays(7), SmallWorld.TIME_TO_LIVE);
    }
}
