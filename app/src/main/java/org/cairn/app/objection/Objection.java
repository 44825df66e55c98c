package org.cairn.app.objection;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// One thing that an auditor would send back.
/// @param subjects the rows it stands on, at least one; the first is where to begin
/// @param evidence the piece it is about, where it is about one
/// @param about    what its words name, in the order of [ObjectionWords]
public record Objection(ObjectionKind kind, List<Subject> subjects, Optional<EvidenceId> evidence, List<String> about) {
    public Objection {
        subjects = List.copyOf(subjects);
        about = List.copyOf(about);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException(kind + " on no row");
        }
    }

    static Objection on(Subject subject, ObjectionKind kind, String... about) {
        return new Objection(kind, List.of(subject), Optional.empty(), List.of(about));
    }

    static Objection on(Subject subject, ObjectionKind kind, EvidenceId piece, String... about) {
        return new Objection(kind, List.of(subject), Optional.of(piece), List.of(about));
    }

    public Subject first() {
        return subjects.getFirst();
    }
}
