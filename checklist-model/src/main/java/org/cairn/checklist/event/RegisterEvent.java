package org.cairn.checklist.event;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;

/// What becomes of the risks that an organisation knows of.
public sealed interface RegisterEvent extends Event {
    RiskId id();

    /// How likely a risk is to occur and how much it would harm, each from 1 to 5 (ISO/IEC 27005:2022 clause 7.3
    /// leaves the scale to the organisation).
    record Rating(int likelihood, int impact) {
        public static final int MOST = 5;

        public Rating {
            if (likelihood < 1 || likelihood > MOST || impact < 1 || impact > MOST) {
                throw new IllegalArgumentException("a rating of " + likelihood + " and " + impact + ": each is 1 to 5");
            }
        }

        /// From 1 to 25.
        public int score() {
            return likelihood * impact;
        }
    }

    /// What is done about a risk (ISO/IEC 27005:2022 clause 8.2).
    enum Treatment {
        MODIFY,
        RETAIN,
        AVOID,
        SHARE
    }

    /// A risk is known, or is judged anew: the newest assessment counts.
    /// @param title      what could happen
    /// @param subjects   rows whose controls treat it, or on which it weighs
    /// @param evidence   that the assessment rests on
    /// @param inherent   before treatment
    /// @param residual   that is left after it; never above the inherent one
    /// @param owner      who answers for it
    /// @param review     the day on which it is looked at again (UTC)
    /// @param reason     why it is rated and treated so
    /// @param acceptance by which two people bear what is left
    record RiskAssessed(
            RiskId id,
            PayloadRef title,
            List<Subject> subjects,
            List<EvidenceId> evidence,
            Rating inherent,
            Treatment treatment,
            Rating residual,
            PayloadRef owner,
            LocalDate review,
            PayloadRef reason,
            Optional<RiskId> acceptance)
            implements RegisterEvent {
        public RiskAssessed {
            subjects = List.copyOf(subjects);
            evidence = List.copyOf(evidence);
            if (new HashSet<>(subjects).size() != subjects.size()
                    || new HashSet<>(evidence).size() != evidence.size()) {
                throw new IllegalArgumentException("a risk names each row and each piece of evidence once");
            }
            if (residual.score() > inherent.score()) {
                throw new IllegalArgumentException("what is left of a risk, " + residual.score()
                        + ", is never more than it was before treatment, " + inherent.score());
            }
        }
    }

    /// The risk is none any more.
    record RiskClosed(RiskId id, PayloadRef reason) implements RegisterEvent {}
}
