package org.cairn.app.workspace;

import java.util.List;
import org.cairn.causality.picture.KeptGraph;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.MalformedJson;
import org.cairn.reports.pack.EvidenceSheet.Pictures;

/// What a report draws of recorded deviations, from what their evidence keeps.
record PackPictures(Parts parts) {
    /// Each is a picture that people look at; the rest is counted.
    private static final int MOST = 5;

    Pictures of(RecordedEvidence piece) throws WorkspaceException {
        if (!piece.evidence().collector().equals(DeviationEvent.COLLECTOR)) {
            return Pictures.NONE;
        }
        List<Artefact> kept = parts.shelf().artefacts(piece.id());
        if (kept.isEmpty()) {
            return Pictures.NONE;
        }
        try {
            KeptGraph graph = KeptGraph.read(parts.content(kept.getLast().payload()));
            return new Pictures(
                    graph.diverging().stream().limit(MOST).map(graph::subject).toList(),
                    Math.max(0, graph.diverging().size() - MOST));
        } catch (MalformedJson _) {
            return Pictures.NONE; // what another version wrote is in the pack as it is
        }
    }
}
