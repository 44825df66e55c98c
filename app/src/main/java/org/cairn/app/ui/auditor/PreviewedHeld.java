package org.cairn.app.ui.auditor;

import java.util.Optional;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.PackLook;
import org.cairn.app.preview.Previews;
import org.cairn.app.ui.preview.Previewed;

/// A file of a pack.
record PreviewedHeld(PackLook look, PackLook.Held held) implements Previewed {
    @Override
    public String key() {
        return held.file();
    }

    @Override
    public Optional<Found> find() throws AuditException {
        return Optional.of(new Found(held.name(), look.read(held, Previews.MOST_BYTES)));
    }
}
