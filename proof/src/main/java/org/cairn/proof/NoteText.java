package org.cairn.proof;

import java.util.Optional;

/// The rules of text in signed notes (C2SP signed-note v1.0.0, "Format").
final class NoteText {
    private NoteText() {}

    /// Why `text` cannot be the text of a note; empty where it can.
    static Optional<String> refusal(String text) {
        if (!text.endsWith("\n")) {
            return Optional.of("the text does not end with a newline");
        }
        boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n');
        return control ? Optional.of("the text holds a control character") : Optional.empty();
    }

    /// Not empty; no Unicode space, no plus, no control character.
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && !StrictUtf8.hasLoneSurrogate(name)
                && name.codePoints()
                        .noneMatch(c -> c < ' ' || c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    static void requireKeyName(String name) {
        if (!isKeyName(name)) {
            throw new IllegalArgumentException(
                    "a key's name must not be empty nor hold a space, a plus or a control character: \"" + name + '"');
        }
    }
}
