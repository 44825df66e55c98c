package org.cairn.reports.pack;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Relation;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;

/// One line of the requirement matrix, in the framework's reading order.
/// @param depth     0 for the framework's chapters
/// @param kind      as in [org.cairn.checklist.Requirement]
/// @param binds     whom it binds
/// @param notes     on application dates, variants and amendments; may be empty
/// @param state     empty for headings, which are never assessed
/// @param ownAnswer an answer given on the requirement's own row
/// @param supports  the crosswalk's rows that reach it
/// @param scope    why it is out of scope, or what is missing to know; empty where it applies
/// @param evidence  that stands behind it, sorted
/// @param gaps      why it could not be judged
public record RequirementRow(
        RequirementId id,
        int depth,
        String title,
        String citation,
        String kind,
        List<String> binds,
        String notes,
        Optional<RequirementState> state,
        Optional<Answer> ownAnswer,
        List<Support> supports,
        List<EvidenceId> evidence,
        List<Gap> gaps,
        String scope) {
    /// Of one that applies.
    public RequirementRow(
            RequirementId id,
            int depth,
            String title,
            String citation,
            String kind,
            List<String> binds,
            String notes,
            Optional<RequirementState> state,
            Optional<Answer> ownAnswer,
            List<Support> supports,
            List<EvidenceId> evidence,
            List<Gap> gaps) {
        this(id, depth, title, citation, kind, binds, notes, state, ownAnswer, supports, evidence, gaps, "");
    }

    public RequirementRow {
        binds = List.copyOf(binds);
        supports = List.copyOf(supports);
        evidence = List.copyOf(evidence);
        gaps = List.copyOf(gaps);
        if (depth < 0) {
            throw new IllegalArgumentException(id + " at depth " + depth);
        }
    }

    /// @param rationale why the relation holds
    public record Support(ControlId control, Relation relation, String rationale) {}
}
