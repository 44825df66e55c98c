package org.cairn.reports.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.WorkState;
import org.cairn.proof.KeyId;

/// What a person said about one subject, with the texts behind the payloads.
/// @param note      the person's words; empty where none were given
/// @param entry     the ledger entry that records it
/// @param key       that signed the entry
/// @param author    whose key it is, by the ledger's enrolment; empty where that name was erased
/// @param validFrom from when the answer holds
/// @param owner     who is answerable for the measure; empty where nobody is named
public record Answer(
        AnswerStatus status,
        String note,
        long entry,
        KeyId key,
        String author,
        Instant recordedAt,
        Instant validFrom,
        WorkState workState,
        Optional<Maturity> maturity,
        String owner,
        Optional<LocalDate> due,
        Optional<LocalDate> appliesFrom) {}
