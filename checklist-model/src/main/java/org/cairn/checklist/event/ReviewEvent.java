package org.cairn.checklist.event;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.checklist.Subject;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// What becomes of answers, risks and baselines when a second person looks at them. Acceptances and approvals carry two
/// signatures, by keys of two different people.
public sealed interface ReviewEvent extends Event {
    /// One answer, named so that no other can take its place.
    /// @param entry where it was recorded
    /// @param leaf  the hash of that entry's bytes (RFC 9162 section 2.1.1)
    record AnswerRef(long entry, Digest leaf) {
        public AnswerRef {
            if (entry < 0) {
                throw new IllegalArgumentException("entry " + entry);
            }
        }
    }

    /// The author holds the answer to be ready for review.
    record AnswerSubmitted(Subject subject, AnswerRef answer) implements ReviewEvent {}

    /// @param reason why, in words
    record AnswerReviewed(Subject subject, AnswerRef answer, Decision decision, PayloadRef reason)
            implements ReviewEvent {
        public enum Decision {
            ACCEPTED,
            CHANGES_REQUESTED
        }
    }

    /// An answer is taken back: from `validFrom` on the row is not answered by it, nor by any that the same log
    /// recorded
    /// before it or that it replaced.
    /// @param reason why, in words
    record AnswerWithdrawn(Subject subject, AnswerRef answer, PayloadRef reason) implements ReviewEvent {}

    /// Somebody refused to sign what another person had proposed. The proposal itself is no entry.
    /// @param proposal SHA-256 of its payload
    /// @param proposed the kind of event that it would have been
    /// @param subjects the rows it was about; empty where it was about none
    record ProposalRejected(Digest proposal, String proposed, List<Subject> subjects, PayloadRef reason)
            implements ReviewEvent {
        private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]{0,63}");

        public ProposalRejected {
            subjects = List.copyOf(subjects);
            if (!KIND.matcher(proposed).matches()) {
                throw new IllegalArgumentException("not the name of a kind of event: " + proposed);
            }
            if (new HashSet<>(subjects).size() != subjects.size()) {
                throw new IllegalArgumentException("a proposal names each subject once");
            }
        }
    }

    /// A finding on these subjects is known and borne for a time. It covers the finding and never turns it into a pass.
    /// @param owner who bears it
    /// @param until the last day that is covered (UTC)
    record RiskAccepted(RiskId id, List<Subject> subjects, PayloadRef reason, PayloadRef owner, LocalDate until)
            implements ReviewEvent {
        public RiskAccepted {
            subjects = List.copyOf(subjects);
            if (subjects.isEmpty() || new HashSet<>(subjects).size() != subjects.size()) {
                throw new IllegalArgumentException("a risk is accepted on at least one subject, each named once");
            }
        }
    }

    /// The cover ends before its day.
    record RiskAcceptanceEnded(RiskId id, PayloadRef reason) implements ReviewEvent {}

    /// What a system may do was agreed upon.
    /// @param system   id of the system
    /// @param policy   SHA-256 of the policy as it was approved
    /// @param document the policy itself
    record BaselineApproved(String system, Digest policy, PayloadRef document) implements ReviewEvent {
        private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

        public BaselineApproved {
            if (!SYSTEM.matcher(system).matches()) {
                throw new IllegalArgumentException("not the id of a system (a-z, 0-9, dot, dash): " + system);
            }
        }
    }
}
