package org.cairn.app.ui.kit;

/// What a mark's colour means; the colours stand in the style sheet. A tone never stands without shape and word.
public enum Tone {
    GOOD,
    BAD,
    LOUD,
    UNSURE,
    LAPSED,
    LENT,
    QUIET
}
