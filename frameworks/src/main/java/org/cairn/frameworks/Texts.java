package org.cairn.frameworks;

import java.util.List;

/// Lists of texts that stay short enough to be read.
final class Texts {
    private static final int MOST = 6;

    private Texts() {}

    static List<String> oneToSix(String name, List<String> texts) {
        if (texts.isEmpty() || texts.size() > MOST || texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("'" + name + "' needs 1 to " + MOST + " texts, none of them empty");
        }
        return List.copyOf(texts);
    }
}
