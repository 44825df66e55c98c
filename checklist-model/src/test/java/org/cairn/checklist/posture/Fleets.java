package org.cairn.checklist.posture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.codec.HostText;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.KeyId;

/// Histories of several hosts, step by step.
final class Fleets {
    private Fleets() {}

    sealed interface Step {
        String name();

        Optional<String> machine();

        /// As it counts: a piece that a clock ahead of time claims was observed when it was recorded.
        double day();

        default HostRef host() {
            return new HostRef(name(), machine());
        }
    }

    /// @param claimed when the host's clock says
    /// @param run     the number of the run that brought it, under the host's own key
    record Show(
            String name, Optional<String> machine, double claimed, double recorded, String policy, Optional<Long> run)
            implements Step {
        @Override
        public double day() {
            return Math.min(claimed, recorded);
        }
    }

    record Expect(String name, Optional<String> machine, double day) implements Step {}

    record Dismiss(String name, Optional<String> machine, double day) implements Step {}

    /// Runs of one host are numbered in the order in which they were made.
    static List<Step> numbered(List<Step> steps) {
        Map<HostRef, Long> runs = new HashMap<>();
        List<Step> numbered = new ArrayList<>();
        for (Step step : steps) {
            numbered.add(
                    step instanceof Show show && show.run().isPresent()
                            ? new Show(
                                    show.name(),
                                    show.machine(),
                                    show.claimed(),
                                    show.recorded(),
                                    show.policy(),
                                    Optional.of(runs.merge(show.host(), 1L, Long::sum)))
                            : step);
        }
        return numbered;
    }

    static SmallWorld history(List<Step> steps) {
        SmallWorld world = new SmallWorld().adopt(0);
        for (Step step : steps) {
            switch (step) {
                case Show show -> show(world, show);
                case Expect expect ->
                    world.record(
                            39, expect.day(), new FleetEvent.HostExpected(world.text(HostText.encode(expect.host()))));
                case Dismiss dismiss -> {
                    PayloadRef host = world.text(HostText.encode(dismiss.host()));
                    world.record(39, dismiss.day(), new FleetEvent.HostDismissed(host, host));
                }
            }
        }
        return world;
    }

    private static void show(SmallWorld world, Show show) {
        EvidenceId id = world.observeHost(show.recorded(), show.claimed(), show.host(), show.policy());
        if (show.run().isPresent()) {
            PayloadRef statement = new PayloadRef(SmallWorld.digest("statement"), SmallWorld.digest("c"), 1);
            world.record(
                    show.recorded(),
                    show.recorded(),
                    new FleetEvent.HostRunImported(
                            new KeyId(SmallWorld.digest("key of " + show.host())),
                            show.run().get(),
                            SmallWorld.day(show.claimed()),
                            SmallWorld.day(show.claimed()),
                            statement,
                            List.of(id),
                            List.of()));
        }
    }
}
