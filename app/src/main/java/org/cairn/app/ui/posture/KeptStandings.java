package org.cairn.app.ui.posture;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.StateAt;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;

/// How everything stood at the few moments that were asked about last: who goes back to one need not wait for it again.
/// Each counts as long as the ledger holds exactly the entries that it was read from. Safe for any thread.
final class KeptStandings {
    /// Each takes some two mebibytes where there are fifty thousand requirements.
    private static final int MOST = 4;

    private final Map<Asked, Standings> kept = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Standings> eldest) {
            return size() > MOST;
        }
    };

    /// @param head how many entries the ledger held: what was recorded since may have erased what it rests on
    private record Asked(AsOf asOf, long head) {}

    /// @param frameworks those that were adopted
    record Standings(Map<ControlId, Mark> controls, Map<FrameworkId, Map<RequirementId, Mark>> frameworks) {}

    interface Reading {
        StateAt at(AsOf asOf) throws WorkspaceException;
    }

    Standings of(AsOf asOf, long head, Reading reading) throws WorkspaceException {
        Asked asked = new Asked(asOf, head);
        Optional<Standings> known = find(asked);
        if (known.isPresent()) {
            return known.get();
        }
        Standings read = standings(reading.at(asOf).posture());
        keep(asked, read);
        return read;
    }

    private synchronized Optional<Standings> find(Asked asked) {
        return Optional.ofNullable(kept.get(asked));
    }

    private synchronized void keep(Asked asked, Standings read) {
        kept.keySet().removeIf(each -> each.head() != asked.head());
        kept.put(asked, read);
    }

    private static Standings standings(Posture posture) {
        Map<ControlId, Mark> controls = new HashMap<>();
        posture.controls().forEach(row -> controls.put(row.control().id(), Mark.of(row.standing())));
        Map<FrameworkId, Map<RequirementId, Mark>> frameworks = new HashMap<>();
        posture.frameworks().forEach((id, framework) -> frameworks.put(id, standings(framework)));
        return new Standings(controls, frameworks);
    }

    private static Map<RequirementId, Mark> standings(FrameworkPosture framework) {
        Map<RequirementId, Mark> standings = new HashMap<>();
        framework.requirements().forEach(row -> standings.put(row.requirement().id(), Mark.of(row.state())));
        return standings;
    }
}
