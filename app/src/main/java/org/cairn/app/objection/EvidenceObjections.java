package org.cairn.app.objection;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Refusal;

/// What an auditor would say of what is shown.
/// @param pieces what can be opened
/// @param hosts  that are known here by name
record EvidenceObjections(Map<EvidenceId, Piece> pieces, List<String> hosts, Optional<AuditPeriod> period) {
    /// A file or an address that a note points at.
    private static final Pattern POINTS_AT = Pattern.compile(
            "https?://\\S+|[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|png|jpe?g|zip|msg|eml)\\b",
            Pattern.CASE_INSENSITIVE);

    List<Objection> of(ObjectionRow row) {
        List<Objection> found = new ArrayList<>();
        row.counting().ifPresent(answer -> answered(row, answer, found));
        row.checks().forEach(outcome -> gaps(row.subject(), outcome, found));
        List<Piece> there = row.evidence().stream()
                .flatMap(id -> Optional.ofNullable(pieces.get(id)).stream())
                .toList();
        there.forEach(piece -> piece(row.subject(), piece, found));
        period.ifPresent(days -> outside(row.subject(), there, days).ifPresent(found::add));
        return found;
    }

    private void answered(ObjectionRow row, ControlAnswered answer, List<Objection> found) {
        Subject subject = row.subject();
        boolean shown = !row.attached().isEmpty()
                || row.checks().stream().anyMatch(outcome -> outcome instanceof Outcome.Satisfied);
        if (answer.status().claimsWork() && !shown) {
            found.add(Objection.on(subject, ObjectionKind.NO_EVIDENCE));
        }
        for (EvidenceId named : answer.evidence()) {
            Optional<Piece> piece = Optional.ofNullable(pieces.get(named));
            if (piece.isEmpty()) {
                found.add(Objection.on(subject, ObjectionKind.NOT_INCLUDED, named, named.shortForm()));
            } else {
                lapsed(piece.get().force())
                        .ifPresent(why -> found.add(Objection.on(subject, ObjectionKind.LAPSED, named, why)));
            }
        }
        row.note().ifPresent(note -> mentioned(row, note, found));
    }

    /// The day it ended, or the piece that took its place.
    private static Optional<String> lapsed(EvidenceForce force) {
        return switch (force) {
            case EvidenceForce.Counts _ -> Optional.empty();
            case EvidenceForce.Ended(var at) ->
                Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
            case EvidenceForce.Superseded(var by, var _) -> Optional.of(by.shortForm());
        };
    }

    private void mentioned(ObjectionRow row, String note, List<Objection> found) {
        POINTS_AT
                .matcher(note)
                .results()
                .map(match -> match.group())
                .distinct()
                .filter(name -> row.attached().stream()
                        .flatMap(id -> Optional.ofNullable(pieces.get(id)).flatMap(Piece::byHand).stream())
                        .noneMatch(said -> said.names(name)))
                .forEach(name -> found.add(Objection.on(row.subject(), ObjectionKind.NOT_INCLUDED, name)));
    }

    private static void gaps(Subject subject, Outcome outcome, List<Objection> found) {
        Stream<Gap> gaps = outcome instanceof Outcome.Indeterminate(var all) ? all.stream() : Stream.empty();
        gaps.forEach(gap -> {
            switch (gap) {
                case Gap.Stale(var newest, var age, var limit) ->
                    found.add(Objection.on(
                            subject,
                            ObjectionKind.STALE,
                            newest,
                            Long.toString(age.toDays()),
                            Long.toString(limit.toDays())));
                case Gap.Unreadable(var refusal) ->
                    found.add(Objection.on(subject, ObjectionKind.UNREADABLE_SOURCE, source(refusal)));
                case Gap.Erased(var piece, var _) ->
                    found.add(Objection.on(subject, ObjectionKind.NOT_INCLUDED, piece, piece.shortForm()));
                case Gap.Missing _, Gap.Accepted _, Gap.NotCovered _ -> {}
            }
        });
    }

    private static String source(Refusal refusal) {
        return refusal.detail().isBlank() ? refusal.source() : refusal.source() + " (" + refusal.detail() + ")";
    }

    private void piece(Subject subject, Piece piece, List<Objection> found) {
        if (!piece.incomplete().isEmpty()) {
            found.add(Objection.on(
                    subject, ObjectionKind.INCOMPLETE_POPULATION, piece.id(), String.join(", ", piece.incomplete())));
        }
        piece.byHand().filter(Piece.ByHand::picture).ifPresent(said -> {
            if (!said.dated()) {
                found.add(Objection.on(subject, ObjectionKind.PICTURE_WITHOUT_DAY, piece.id(), said.title()));
            }
            if (hosts.stream().noneMatch(said::names)) {
                found.add(Objection.on(subject, ObjectionKind.PICTURE_WITHOUT_HOST, piece.id(), said.title()));
            }
        });
    }

    private static Optional<Objection> outside(Subject subject, List<Piece> there, AuditPeriod days) {
        boolean any = there.stream().anyMatch(piece -> days.meets(piece.from(), piece.to()));
        return any
                ? Optional.empty()
                : there.stream()
                        .max(Comparator.comparing(Piece::from))
                        .map(newest -> Objection.on(
                                subject,
                                ObjectionKind.OTHER_PERIOD,
                                newest.id(),
                                LocalDate.ofInstant(newest.from(), ZoneOffset.UTC)
                                        .toString(),
                                days.from().toString(),
                                days.to().toString()));
    }
}
