package org.cairn.app.ui.preview;

import java.util.Optional;
import org.cairn.proof.Bytes;

/// Something that can be looked at inside the window.
public interface Previewed {
    /// What tells it from everything else that is looked at in the same place.
    String key();

    /// Reads it, in the background. Empty where there is nothing to look at.
    Optional<Found> find() throws Exception;

    /// @param name    of the file, with its ending
    /// @param content empty where it is too large to be shown
    record Found(String name, Optional<Bytes> content) {}
}
