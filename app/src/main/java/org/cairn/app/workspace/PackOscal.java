package org.cairn.app.workspace;

import java.util.List;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.Feed;
import org.cairn.evidence.CollectorId;
import org.cairn.reports.oscal.OscalDocuments;
import org.cairn.reports.oscal.OscalModel;
import org.cairn.reports.oscal.PlannedCheck;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackModel;

/// A pack's OSCAL documents: what report and workbook show, with the catalogue of checks behind it.
record PackOscal(Parts parts, PackModel model, List<AcceptedRisk> risks) {
    List<PackContent.Document> documents() {
        List<PlannedCheck> checks = parts.environment().knowledge().checks().checks().stream()
                .map(PackOscal::planned)
                .toList();
        return OscalDocuments.of(new OscalModel(
                model,
                risks,
                checks,
                PackContent.frameworkFile(model.cover().framework().id()),
                parts.environment().productVersion()));
    }

    private static PlannedCheck planned(CheckDefinition check) {
        return new PlannedCheck(
                check.id().value(),
                check.title(),
                check.judges().stream().map(CollectorId::value).toList(),
                check.timeToLive(),
                check.remediation(),
                check.citations(),
                check.feeds().stream().map(Feed::control).toList());
    }
}
