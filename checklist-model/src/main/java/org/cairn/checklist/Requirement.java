package org.cairn.checklist;

import java.util.List;
import java.util.Optional;

/// One node of a framework, in our own words.
/// @param parent   the node above it; empty only for the framework's root
/// @param title    our own wording, never the standard's text
/// @param binds    whom it binds, e.g. `provider`, `financial-entity`
/// @param kind     what sort of demand it is, e.g. `obligation`, `control`; `group` for headings
/// @param citation where it stands in the source, e.g. `Regulation (EU) 2022/2554, Art. 9(4)(b)`
/// @param notes    remarks on application dates, variants and amendments; may be empty
public record Requirement(
        RequirementId id,
        Optional<RequirementId> parent,
        String title,
        List<String> binds,
        String kind,
        String citation,
        String notes) {
    /// Headings and kinds that state no demand on anybody are shown and never assessed.
    public static final String GROUP = "group";

    public Requirement {
        binds = List.copyOf(binds);
        if (title.isBlank() || citation.isBlank()) {
            throw new IllegalArgumentException(id + " needs a title and a citation");
        }
    }

    public boolean assessable() {
        return !kind.equals(GROUP);
    }
}
