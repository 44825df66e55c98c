package org.cairn.checklist.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Subject;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// One recorded fact. Names, texts and artefacts are not in it: they lie in encrypted payloads that it points to, so
/// that
/// they can be erased and the ledger still verifies. Kinds that this version does not know are kept and shown as
/// [Unknown].
public sealed interface Event
        permits Event.WorkspaceFounded,
                Event.IdentityEnrolled,
                Event.FrameworkAdopted,
                Event.ScopeDefined,
                Event.SessionOpened,
                Event.ClockWentBack,
                Event.ControlAnswered,
                Event.EvidenceRecorded,
                Event.EvidenceLinked,
                Event.CollectionCompleted,
                Event.PackIssued,
                Event.Unknown,
                ExchangeEvent,
                IdentityEvent,
                ReviewEvent,
                ScopeEvent,
                ErasureEvent,
                WitnessEvent,
                DeadlineEvent,
                FrameworkEvent,
                FleetEvent,
                RevisionEvent,
                DeviationEvent,
                HandbackEvent,
                RegisterEvent,
                ProgrammeEvent {
    /// The ledger's first entry.
    /// @param formatVersion of the workspace folder
    /// @param origin        the log's name, as in its checkpoints
    record WorkspaceFounded(int formatVersion, String origin, PayloadRef organisation) implements Event {}

    /// A key now speaks for a person or a machine.
    /// @param spki   DER SubjectPublicKeyInfo of the Ed25519 key
    /// @param role   given to the holder, beside those the holder has
    /// @param holder whose key it is, by pseudonym; empty where the key stands for its own holder
    /// @param name   whose key it is
    record IdentityEnrolled(KeyId key, Bytes spki, Role role, Optional<HolderId> holder, PayloadRef name)
            implements Event {
        /// The holder, named or not.
        public HolderId holderId() {
            return holder.orElseGet(() -> HolderId.of(key));
        }
    }

    /// @param content SHA-256 of the framework's data file at adoption
    record FrameworkAdopted(FrameworkId framework, String version, Digest content) implements Event {}

    /// What is assessed, and in which roles the organisation acts (`deployer`, `financial-entity`, `controller`, …).
    record ScopeDefined(List<String> roles, PayloadRef description) implements Event {
        public ScopeDefined {
            roles = List.copyOf(roles);
        }
    }

    /// A sitting of work began; records the product's version and what is known of the clock.
    record SessionOpened(String productVersion, String timeSource, boolean clockSynchronised) implements Event {}

    /// The clock claimed an earlier time than the entry before. Recorded, not hidden.
    record ClockWentBack(Instant previous, Instant now) implements Event {}

    /// A person answered, or corrected an answer.
    /// @param textDigest SHA-256 of the text that was answered: a new edition re-opens only what changed
    record ControlAnswered(
            Subject subject,
            AnswerStatus status,
            Digest textDigest,
            Optional<PayloadRef> note,
            Optional<Maturity> maturity,
            Optional<PayloadRef> owner,
            Optional<LocalDate> due,
            Optional<LocalDate> appliesFrom,
            List<EvidenceId> evidence)
            implements Event {
        public ControlAnswered {
            evidence = List.copyOf(evidence);
            if (status.needsReason() && note.isEmpty()) {
                throw new IllegalArgumentException(subject.text() + ": " + status + " needs a reason");
            }
            if (status == AnswerStatus.NOT_YET_APPLICABLE && appliesFrom.isEmpty()) {
                throw new IllegalArgumentException(subject.text() + ": " + status + " needs the date it applies from");
            }
        }
    }

    /// @param manifest the encrypted, canonical [org.cairn.evidence.Evidence]; `id` is the digest of its stored form
    record EvidenceRecorded(
            EvidenceId id,
            CollectorId collector,
            int collectorVersion,
            Instant observedAt,
            PayloadRef manifest,
            int sources,
            int refusals)
            implements Event {}

    /// A person attached evidence to a subject.
    record EvidenceLinked(EvidenceId evidence, Subject subject) implements Event {}

    /// A run of collectors ended.
    record CollectionCompleted(
            Instant startedAt, List<EvidenceId> evidence, List<CollectorId> failed, boolean cancelled)
            implements Event {
        public CollectionCompleted {
            evidence = List.copyOf(evidence);
            failed = List.copyOf(failed);
        }
    }

    /// A pack left the workspace.
    /// @param sums SHA-256 of the pack's SHA256SUMS, which names every file in it
    /// @param size the ledger's size that the pack's checkpoint signs
    record PackIssued(String kind, FrameworkId framework, Digest sums, long size) implements Event {}

    /// A kind written by a newer version.
    record Unknown(String kind, int version, Bytes payload) implements Event {}
}
