package org.cairn.frameworks;

import java.util.List;
import org.cairn.checklist.RequirementId;

/// What auditors typically object to in an article, clause or section, and in all that lies below it.
/// @param texts one to six, our own words
public record Objections(RequirementId node, List<String> texts) {
    private static final int MOST = 6;

    public Objections {
        texts = List.copyOf(texts);
        if (texts.isEmpty() || texts.size() > MOST || texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(node + " needs 1 to " + MOST + " objections, none of them empty");
        }
    }
}
