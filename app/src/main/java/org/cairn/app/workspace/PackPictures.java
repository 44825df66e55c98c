package org.cairn.app.workspace;

import java.util.List;
import org.cairn.causality.picture.KeptGraph;
import org.cairn.causality.picture.Telling;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.MalformedJson;
import org.cairn.reports.pack.EvidenceSheet.Picture;
import org.cairn.reports.pack.EvidenceSheet.Pictures;

/// What a report draws of recorded deviations, from what their evidence keeps.
record PackPictures(Parts parts) {
    /// Each is a picture that people look at; the rest is counted.
    private static final int MOST = 6;

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
            List<Picture> drawn = new Telling(graph.described())
                    .of(graph.diverging(), MOST).stream()
                            .map(event -> new Picture(graph.diverging().indexOf(event) + 1, graph.subject(event)))
                            .toList();
            return new Pictures(drawn, graph.diverging().size());
        } catch (MalformedJson _) {
            return Pictures.NONE; // what another version wrote is in the pack as it is
        }
    }
}
