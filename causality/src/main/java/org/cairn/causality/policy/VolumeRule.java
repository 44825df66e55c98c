package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.causality.Action;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.Result;
import org.cairn.causality.policy.RuntimePolicy.Volume;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Window;

/// How many different files were read within a period that may begin at any moment. Bytes are not counted: a record of
/// system calls seldom tells them.
final class VolumeRule {
    private final Observed observed;
    private final List<Integer> reads = new ArrayList<>();

    VolumeRule(Observed observed, Members members, Window window) {
        this.observed = observed;
        for (int place = 0; place < observed.graph().edges().size(); place++) {
            if (observed.graph().action(place) == Action.READ
                    && observed.graph().result(place) == Result.SUCCEEDED
                    && window.holds(observed.graph().at(place))
                    && members.has(observed.graph().effect(place))
                    && observed.graph().cause(place) instanceof FileNode file
                    && !isOfTheSystem(file)) {
                reads.add(place);
            }
        }
        reads.sort(Comparator.comparing(observed.graph()::at));
    }

    private boolean isOfTheSystem(FileNode file) {
        return observed.names(file)
                .anyMatch(name -> Limits.USUAL.systemPaths().stream()
                        .anyMatch(system -> system.endsWith("/") ? name.startsWith(system) : name.equals(system)));
    }

    /// Objects at the event with which the number is exceeded, and again only after it had fallen.
    void judge(Volume volume, Objections objections) {
        Map<Node, Integer> within = new HashMap<>();
        int first = 0;
        boolean above = false;
        int most = mostWithin(volume);
        for (int place : reads) {
            first = leave(first, place, volume, within);
            within.merge(observed.graph().cause(place), 1, Integer::sum);
            if (within.size() > volume.files() && !above) {
                objections.object(
                        DeviationKind.UNUSUAL_VOLUME,
                        place,
                        observed.graph().effect(place),
                        "more than " + volume.files() + " files were read within " + volume.period(),
                        new Allowance.Volume(most));
            }
            above = within.size() > volume.files();
        }
    }

    private int mostWithin(Volume volume) {
        Map<Node, Integer> within = new HashMap<>();
        int first = 0;
        int most = 0;
        for (int place : reads) {
            first = leave(first, place, volume, within);
            within.merge(observed.graph().cause(place), 1, Integer::sum);
            most = Math.max(most, within.size());
        }
        return most;
    }

    /// Forgets what was read a period or longer before `place`.
    private int leave(int first, int place, Volume volume, Map<Node, Integer> within) {
        int at = first;
        while (!observed.graph()
                .at(reads.get(at))
                .time()
                .plus(volume.period())
                .isAfter(observed.graph().at(place).time())) {
            within.computeIfPresent(observed.graph().cause(reads.get(at)), (_, count) -> count == 1 ? null : count - 1);
            at++;
        }
        return at;
    }
}
