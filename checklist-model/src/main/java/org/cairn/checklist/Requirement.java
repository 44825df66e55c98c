package org.cairn.checklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// One node of a framework, in our own words.
/// @param parent   the node above it; empty only for the framework's root
/// @param title    our own wording, never the standard's text
/// @param binds    whom it binds, e.g. `provider`, `financial-entity`
/// @param kind     what sort of demand it is, e.g. `obligation`, `control`; `group` for headings
/// @param citation where it stands in the source, e.g. `Regulation (EU) 2022/2554, Art. 9(4)(b)`
/// @param amendedBy the provisions that inserted, replaced or deleted it, e.g. `Regulation (EU) 2026/1744, Art. 1(5)`
/// @param notes    remarks on variants and deadlines; may be empty
/// @param words    what it asks, where its framework was imported and carries more than a title
public record Requirement(
        RequirementId id,
        Optional<RequirementId> parent,
        String title,
        List<String> binds,
        String kind,
        String citation,
        List<String> amendedBy,
        String notes,
        Optional<String> words) {
    /// One whose title says it all, as those that ship with the product.
    public Requirement(
            RequirementId id,
            Optional<RequirementId> parent,
            String title,
            List<String> binds,
            String kind,
            String citation,
            List<String> amendedBy,
            String notes) {
        this(id, parent, title, binds, kind, citation, amendedBy, notes, Optional.empty());
    }

    /// The kind of a heading.
    public static final String GROUP = "group";

    /// The kind of a question that has to be decided before the rest: answered with yes, `met`, or no, `not
    /// applicable`.
    public static final String SCOPE_QUESTION = "scope-question";

    /// Kinds that state no demand on anybody: headings, scope and legal bases, permissions and exceptions, background,
    /// and
    /// what its publisher withdrew. They are shown and never assessed.
    private static final Set<String> WITHOUT_DEMAND =
            Set.of(GROUP, "classification", "context", "exemption", "permission", "withdrawn");

    public Requirement {
        binds = List.copyOf(binds);
        amendedBy = List.copyOf(amendedBy);
        if (title.isBlank() || citation.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException(id + " needs a title, a kind and a citation");
        }
    }

    public boolean assessable() {
        return !WITHOUT_DEMAND.contains(kind);
    }

    /// SHA-256 of the UTF-8 lines title, kind, whom it binds, and the words where there are some: what an answer to
    /// this requirement is keyed on. A new edition that moves or re-numbers it, and leaves these, does not re-open
    /// the answer.
    public Digest textDigest() {
        String lines = title + "\n" + kind + "\n" + String.join(";", binds);
        return Digest.sha256(Bytes.utf8(words.map(said -> lines + "\n" + said).orElse(lines)));
    }
}
