package org.cairn.app.ui.settings;

/// Who is to time-stamp, as typed.
/// @param seconds how long each answer of a folder is waited for
record StampDraft(Who who, String folder, String root, String seconds) {
    enum Who {
        NONE,
        OWN,
        FOLDER
    }
}
