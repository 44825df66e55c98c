package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What a person hands in, and says of it.
/// @param effective      the day whose state it shows; empty means now. Apart from when it is recorded
/// @param expires        the last day on which it counts as attached; empty while it has no end
/// @param classification empty where nobody said
/// @param subjects       what it is attached to; empty, for a revision, means what the earlier piece is attached to
/// @param replaces       the piece that this is a revision of
public record HandedIn(
        Content content,
        String title,
        Optional<LocalDate> effective,
        Optional<LocalDate> expires,
        Optional<Classification> classification,
        List<Subject> subjects,
        Optional<EvidenceId> replaces) {
    /// Where the bytes come from.
    public sealed interface Content {
        /// A name to show; of a file without its folders.
        String name();
    }

    /// @param expected what was seen when it was chosen; other bytes are refused, and links are not followed then
    public record OfFile(Path file, Optional<Digest> expected) implements Content {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /// What never was a file here.
    public record OfClipboard(String name, Bytes content) implements Content {}

    public HandedIn {
        subjects = List.copyOf(subjects);
    }

    public static HandedIn of(Path file, String title, List<Subject> subjects) {
        return new HandedIn(
                new OfFile(file, Optional.empty()),
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                subjects,
                Optional.empty());
    }
}
