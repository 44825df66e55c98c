package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.ApprovedPolicy;
import org.cairn.app.workspace.IncidentFiles;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.Deviations;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.reports.incident.IncidentModel;

/// Which departure an incident file is about.
/// @param number counted from 1 in the order of time
record RuntimeDepartures(RuntimeRecord record, int number) {
    /// A departure, with what is said of it.
    record Found(Deviation deviation, IncidentModel.Departure said) {}

    /// From a policy that nobody approved here.
    Optional<Found> from(Path file) throws Refused {
        RuntimePolicySource policy = RuntimePolicyOptions.ofFile(file);
        Optional<Deviation> found = numbered(Deviations.of(record.graph(), policy.policy(), Window.ALWAYS));
        return found.map(deviation -> new Found(
                deviation,
                new IncidentModel.Departure(
                        deviation.kind().id(),
                        deviation.what(),
                        deviation.rule(),
                        file.getFileName() + " (SHA-256 " + policy.sha256().hex() + ")",
                        Optional.empty(),
                        Optional.empty())));
    }

    /// From the baseline that is in force now.
    /// @param named whose; empty: of the only system that has one
    Optional<Found> from(Workspace workspace, Optional<String> named, Instant now) throws Refused, WorkspaceException {
        String system =
                named.isPresent() ? named.get() : only(workspace.baselines().systems());
        ApprovedPolicy approved = workspace.baselines().policy(system, now);
        List<Deviation> all = Deviations.of(record.graph(), approved.policy(), Window.ALWAYS);
        Optional<Deviation> found = numbered(all);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        found.get(),
                        IncidentFiles.departure(
                                record.graph(),
                                found.get(),
                                approved,
                                workspace.deviationAcceptances().of(system))));
    }

    private static String only(List<String> systems) throws Refused {
        return switch (systems.size()) {
            case 0 ->
                throw new Refused("no system has an approved baseline here: name the event, or give --policy FILE");
            case 1 -> systems.getFirst();
            default -> throw new Refused("say whose baseline with --system: " + String.join(", ", systems));
        };
    }

    private Optional<Deviation> numbered(List<Deviation> all) throws Refused {
        if (number < 1 || number > Math.max(1, all.size())) {
            throw new Refused("--deviation takes a number from 1 to " + all.size());
        }
        return all.stream().skip(number - 1L).findFirst();
    }
}
