package org.cairn.app.ui.desk;

import org.cairn.app.ui.kit.Texts;

/// Why nothing can be recorded.
public enum ReadOnly {
    /// A state of the past is shown.
    PAST,
    /// The recovery code opened the workspace.
    NOBODY_SIGNS,
    /// The workspace was opened for reading.
    READING;

    String words(Texts kit) {
        return kit.text("read-only." + Texts.keyOf(this));
    }
}
