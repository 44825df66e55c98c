package org.cairn.app.ui.runtime;

import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.causality.Edge;
import org.cairn.causality.policy.Deviation;
import org.cairn.reports.incident.IncidentModel;

/// One deviation of the open record as a row of the list.
/// @param said what an incident file says of it
record FoundDeviation(
        Deviation deviation, Edge edge, Optional<AcceptedDeviation> accepted, IncidentModel.Departure said) {
    String when() {
        return edge.at().time().toString();
    }

    /// Whether some word of the row holds what is looked for.
    boolean holds(String sought) {
        String words = deviation.kind().id() + ' ' + deviation.what() + ' ' + when() + ' ' + deviation.rule();
        return words.toLowerCase(Locale.ROOT).contains(sought.strip().toLowerCase(Locale.ROOT));
    }
}
