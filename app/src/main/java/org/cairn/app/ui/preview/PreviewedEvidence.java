package org.cairn.app.ui.preview;

import java.util.List;
import java.util.Optional;
import org.cairn.app.preview.Previews;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.evidence.RecordedEvidence;

/// The first artefact of a piece of evidence of the workspace.
public record PreviewedEvidence(OpenWorkspace workspace, RecordedEvidence piece) implements Previewed {
    @Override
    public String key() {
        return piece.id().hex();
    }

    @Override
    public Optional<Found> find() throws WorkspaceException {
        List<Artefact> artefacts = workspace.artefacts(piece.id());
        if (artefacts.isEmpty()) {
            return Optional.empty();
        }
        Artefact first = artefacts.getFirst();
        String name = piece.evidence().fact("file-name").orElse(first.source().location());
        if (first.source().sizeBytes() > Previews.MOST_BYTES || artefacts.size() > 1 && isPart()) {
            return Optional.of(new Found(name, Optional.empty()));
        }
        return Optional.of(new Found(name, Optional.of(workspace.content(first.payload()))));
    }

    /// A large report is kept in parts, and a part is no file.
    private boolean isPart() {
        return piece.evidence().sources().size() > 1
                && piece.evidence().collector().value().startsWith("import.");
    }
}
