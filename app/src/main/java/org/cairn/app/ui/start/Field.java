package org.cairn.app.ui.start;

/// The fields of the first screen, to say which of them a problem is about.
public enum Field {
    ORGANISATION,
    PERSON,
    FRAMEWORKS,
    PASSPHRASE,
    PASSPHRASE_AGAIN,
    FOLDER
}
