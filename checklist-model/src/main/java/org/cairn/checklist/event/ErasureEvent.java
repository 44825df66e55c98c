package org.cairn.checklist.event;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// What is kept, for how long, and what was destroyed: erasures, retention, legal holds, backups and rollbacks.
public sealed interface ErasureEvent extends Event {
    /// How many payloads an erasure can name in one entry: each takes 67 of its 11,520 bytes.
    int LARGEST_LIST = 140;

    /// An event by which payloads stop being readable. From its entry on, key and salt of each are destroyed.
    sealed interface Destruction extends ErasureEvent {
        /// Names of the stored payloads that it destroys, a manifest's last.
        List<Digest> payloads();

        /// The evidence that it destroys; empty where it destroys texts.
        Optional<EvidenceId> destroyed();

        /// Raw payloads that no longer fitted into `payloads`.
        int further();
    }

    /// What two people of this workspace decided to destroy.
    sealed interface Erasure extends Destruction {
        ErasureReason reason();

        /// Why, in words.
        PayloadRef explanation();

        /// Why it was erased before a retention period had passed; empty where none was running.
        Optional<PayloadRef> override();
    }

    /// A piece of evidence is no longer readable. Its commitments still prove.
    /// @param payloads the raw bytes' payloads, then the manifest's
    /// @param further  raw payloads that no longer fitted into `payloads`; the manifest, destroyed last, names them
    record EvidenceErased(
            EvidenceId evidence,
            List<Digest> payloads,
            int further,
            ErasureReason reason,
            PayloadRef explanation,
            Optional<PayloadRef> override)
            implements Erasure {
        public EvidenceErased {
            payloads = bounded(payloads);
            if (further < 0) {
                throw new IllegalArgumentException(further + " further payloads");
            }
        }

        @Override
        public Optional<EvidenceId> destroyed() {
            return Optional.of(evidence);
        }
    }

    /// Texts of one entry (a name, a note) are no longer readable.
    /// @param erased the entry that refers to them
    record PayloadErased(
            long erased,
            List<Digest> payloads,
            ErasureReason reason,
            PayloadRef explanation,
            Optional<PayloadRef> override)
            implements Erasure {
        public PayloadErased {
            payloads = bounded(payloads);
            if (erased < 0) {
                throw new IllegalArgumentException("entry " + erased);
            }
        }

        @Override
        public Optional<EvidenceId> destroyed() {
            return Optional.empty();
        }

        @Override
        public int further() {
            return 0;
        }
    }

    /// Another log erased what it had handed over, and this workspace destroys its copy. Two people of that log decided
    /// it; whoever imports it follows.
    /// @param erasure  the entry of this ledger that holds the other log's erasure
    /// @param evidence empty where texts were erased
    record ErasureFollowed(long erasure, Optional<EvidenceId> evidence, List<Digest> payloads, int further)
            implements Destruction {
        public ErasureFollowed {
            payloads = bounded(payloads);
            if (erasure < 0 || further < 0) {
                throw new IllegalArgumentException("entry " + erasure + ", " + further + " further payloads");
            }
        }

        @Override
        public Optional<EvidenceId> destroyed() {
            return evidence;
        }
    }

    /// How long the organisation itself keeps something: at least (a floor) or at most (a ceiling).
    /// @param appliesTo `all`, `answers`, `evidence`, or `collector:` and a collector's id
    /// @param period    empty takes the rule back
    record RetentionRuleSet(String appliesTo, Bound bound, Optional<Period> period, PayloadRef reason)
            implements ErasureEvent {
        public RetentionRuleSet {
            if (!appliesTo.matches("all|answers|evidence|collector:[a-z0-9][a-z0-9.-]*")) {
                throw new IllegalArgumentException("not what a retention rule applies to: " + appliesTo);
            }
            period.ifPresent(ErasureEvent::requirePeriod);
        }
    }

    /// Nothing in its scope may be erased until it is lifted. Evidence by id, or all that a subject rests on; both
    /// lists
    /// empty holds everything.
    record LegalHoldPlaced(List<EvidenceId> evidence, List<Subject> subjects, PayloadRef reason)
            implements ErasureEvent {
        public LegalHoldPlaced {
            evidence = List.copyOf(evidence);
            subjects = List.copyOf(subjects);
        }

        public boolean everything() {
            return evidence.isEmpty() && subjects.isEmpty();
        }
    }

    /// @param hold the entry that placed it
    record LegalHoldLifted(long hold, PayloadRef reason) implements ErasureEvent {}

    /// A copy was made, which keeps what an erasure destroys here.
    /// @param sums SHA-256 of the copy's SHA256SUMS, which names every file in it
    /// @param size the ledger's size that the copy's checkpoint signs
    /// @param root the ledger's root at that size
    /// @param keys SHA-256 of the SHA256SUMS of the key archive made with it
    record BackupMade(Digest sums, long sizeBytes, long size, Digest root, Optional<Digest> keys)
            implements ErasureEvent {}

    /// This folder is older than, or another history than, a checkpoint that was seen; a person goes on with it all the
    /// same.
    /// @param knownSize what had been seen
    /// @param size      what this folder held when it was acknowledged
    record RollbackAcknowledged(long knownSize, Digest knownRoot, long size, Digest root, PayloadRef reason)
            implements ErasureEvent {}

    enum Bound {
        /// Kept at least so long.
        FLOOR,
        /// Up for erasure after that.
        CEILING
    }

    private static List<Digest> bounded(List<Digest> payloads) {
        if (payloads.isEmpty() || payloads.size() > LARGEST_LIST) {
            throw new IllegalArgumentException("an erasure of " + payloads.size() + " payloads");
        }
        return List.copyOf(payloads);
    }

    private static void requirePeriod(Period period) {
        if (period.isZero() || period.isNegative() || !period.equals(period.normalized())) {
            throw new IllegalArgumentException(period + " is no period of retention in its shortest form");
        }
    }
}
