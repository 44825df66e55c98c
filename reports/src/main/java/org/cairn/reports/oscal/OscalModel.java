package org.cairn.reports.oscal;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.oscal.NameUuid;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.Wording;

/// What the documents are made from: pure values, so that the same pack gives the same bytes.
/// @param pack           what report and workbook show
/// @param risks          acceptances, of whatever rows, as of the pack's day
/// @param checks         the catalogue of checks
/// @param frameworkFile  where the pack holds the framework, e.g. `frameworks/dora.json`
/// @param productVersion of the tool that judged
public record OscalModel(
        PackModel pack,
        List<AcceptedRisk> risks,
        List<PlannedCheck> checks,
        String frameworkFile,
        String productVersion) {
    public OscalModel {
        risks = List.copyOf(risks);
        checks = List.copyOf(checks);
    }

    /// Words of ours are in English, as those of `manifest.json` are; titles are in the language of the pack.
    Wording wording() {
        return new Wording(words(), pack);
    }

    ReportWords words() {
        return ReportWords.english();
    }

    /// What the catalogue advises, in English whatever the pack's language; the pack's own words for a check that it
    /// does not hold.
    String remedy(ControlPage.CheckRow check) {
        return checks.stream()
                .filter(planned -> planned.id().equals(check.id()))
                .map(PlannedCheck::remedy)
                .findFirst()
                .orElse(check.remedy());
    }

    /// The id of something that stays the same from pack to pack: a host, a piece of evidence, a risk.
    String lasting(String name) {
        return NameUuid.of(pack.cover().origin() + '\n' + name);
    }

    /// The id of something that is so in the state that the pack shows, and may be otherwise in another.
    String inThisState(String name) {
        return lasting("as of " + pack.cover().validAt() + "\nof "
                + pack.cover().shown().entries() + " entries, " + pack.cover().knownAt() + "\nby "
                + pack.cover().framework().id() + '\n' + name);
    }

    /// The id of one document of one pack.
    String document(String name) {
        return inThisState("pack " + pack.cover().packId() + '\n' + name);
    }

    List<AcceptedRisk> risksOf(Subject subject) {
        return risks.stream().filter(risk -> risk.subjects().contains(subject)).toList();
    }

    Optional<AcceptedRisk> activeRiskOf(Subject subject) {
        return risksOf(subject).stream()
                .filter(risk -> risk.standing() == AcceptedRisk.Standing.ACTIVE)
                .findFirst();
    }
}
