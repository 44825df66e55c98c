package org.cairn.reports.pack;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;

/// Everything that a report and its workbook show, assembled once: pure values, no reference to a live store, so that
/// the same model always renders to the same bytes.
/// @param language       of the words; titles that have none in it say so
/// @param posture        one line per adopted framework, the cover's framework first
/// @param contradictions shown first everywhere
/// @param requirements   of the cover's framework, in reading order
/// @param controls       in the checklist's order
/// @param evidence       that any row refers to, by ledger entry
/// @param erased         that any row refers to, by ledger entry
/// @param dates          deadlines and days of law
/// @param appendix       shown where it holds anything
/// @param followUps      what auditors asked for about what is shown, overdue first
/// @param register       the register of risks, the highest that is left first, closed ones last
public record PackModel(
        Language language,
        Cover cover,
        Scope scope,
        List<FrameworkCounts> posture,
        List<Contradiction> contradictions,
        List<RequirementRow> requirements,
        List<ControlPage> controls,
        List<EvidenceSheet> evidence,
        List<ErasedItem> erased,
        Dates dates,
        LedgerPage ledger,
        Appendix appendix,
        List<FollowUpRow> followUps,
        List<RegisterRow> register) {
    public PackModel {
        posture = List.copyOf(posture);
        contradictions = List.copyOf(contradictions);
        requirements = List.copyOf(requirements);
        controls = List.copyOf(controls);
        evidence = EvidenceSheets.of(evidence);
        erased = List.copyOf(erased);
        followUps = List.copyOf(followUps);
        register = List.copyOf(register);
    }

    /// Where no auditor asked for anything, and no risk is in the register.
    public PackModel(
            Language language,
            Cover cover,
            Scope scope,
            List<FrameworkCounts> posture,
            List<Contradiction> contradictions,
            List<RequirementRow> requirements,
            List<ControlPage> controls,
            List<EvidenceSheet> evidence,
            List<ErasedItem> erased,
            Dates dates,
            LedgerPage ledger,
            Appendix appendix) {
        this(
                language,
                cover,
                scope,
                posture,
                contradictions,
                requirements,
                controls,
                evidence,
                erased,
                dates,
                ledger,
                appendix,
                List.of(),
                List.of());
    }

    /// Where nothing was erased, no days are shown, and without an appendix.
    public PackModel(
            Language language,
            Cover cover,
            Scope scope,
            List<FrameworkCounts> posture,
            List<Contradiction> contradictions,
            List<RequirementRow> requirements,
            List<ControlPage> controls,
            List<EvidenceSheet> evidence,
            LedgerPage ledger) {
        this(
                language,
                cover,
                scope,
                posture,
                contradictions,
                requirements,
                controls,
                evidence,
                List.of(),
                Dates.none(LocalDate.ofInstant(cover.validAt(), ZoneOffset.UTC)),
                ledger,
                Appendix.NONE);
    }

    /// The day that is shown, in UTC.
    public LocalDate today() {
        return LocalDate.ofInstant(cover.validAt(), ZoneOffset.UTC);
    }

    /// The line of the evidence index for `id`; empty where a row refers to evidence that the pack does not carry.
    public Optional<EvidenceSheet> evidence(EvidenceId id) {
        return EvidenceSheets.of(evidence).find(id);
    }

    public Optional<Contradiction> contradiction(Subject subject) {
        return contradictions.stream().filter(c -> c.subject().equals(subject)).findFirst();
    }
}
