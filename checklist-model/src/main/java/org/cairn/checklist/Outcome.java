package org.cairn.checklist;

import java.util.List;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.KeyId;

/// What evidence says about one check or control at one instant. Independent of what a person answered.
public sealed interface Outcome {
    /// @param basis the recorded evidence that shows it
    record Satisfied(List<EvidenceId> basis) implements Outcome {
        public Satisfied {
            basis = List.copyOf(basis);
            if (basis.isEmpty()) {
                throw new IllegalArgumentException("satisfied without evidence");
            }
        }
    }

    record NotSatisfied(List<Finding> findings) implements Outcome {
        public NotSatisfied {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("not satisfied without a finding");
            }
        }
    }

    /// Could not be judged. Never shown or counted as a pass.
    record Indeterminate(List<Gap> gaps) implements Outcome {
        public Indeterminate {
            gaps = List.copyOf(gaps);
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("indeterminate without a gap");
            }
        }
    }

    /// Only a person can decide this; a missing file or command never does.
    record NotApplicable(String justification, KeyId decidedBy) implements Outcome {}
}
