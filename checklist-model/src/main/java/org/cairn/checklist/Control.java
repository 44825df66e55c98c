package org.cairn.checklist;

import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A measure: one row of the checklist.
/// @param category the heading it stands under, e.g. `Network security`
/// @param title    what is asked, in our own words
public record Control(ControlId id, String category, String title) {
    public Control {
        if (category.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException(id + " needs a category and a title");
        }
    }

    /// SHA-256 of the UTF-8 title: what an answer to this control is keyed on.
    public Digest textDigest() {
        return Digest.sha256(Bytes.utf8(title));
    }
}
