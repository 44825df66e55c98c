package org.cairn.frameworks.own;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// One row of an own framework.
/// @param id         unique in its framework, one line
/// @param parent     the id of the row above it; empty at the top
/// @param ref        where it stands in its source; may be empty
/// @param text       what it asks, in the words of whoever brought it; may be empty
/// @param assessable whether it asks something; a heading does not
public record OwnNode(String id, Optional<String> parent, String ref, String title, String text, boolean assessable) {
    /// SHA-256 of what an answer to it rests on: title, text, and whether it asks anything. A row that was moved or
    /// renumbered in its source keeps it.
    public Digest textDigest() {
        return Digest.sha256(Bytes.utf8(title + "\n" + assessable + "\n" + text));
    }
}
