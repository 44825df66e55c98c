package org.cairn.app.ui.palette;

/// One line of what was found.
/// @param title as it is shown
/// @param where beside it: a number, a framework, or the words that were met
/// @param text  all that is searched, in lower case
/// @param open  leads there
record Found(Kind kind, String title, String where, String text, Runnable open) {
    /// In the order in which they are listed.
    enum Kind {
        PAGE,
        COMMAND,
        CONTROL,
        REQUIREMENT,
        EVIDENCE,
        NOTE
    }
}
