package org.cairn.app.cli;

import java.util.List;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;

/// Acceptances of deviations as a table and as JSON.
final class AcceptedListing {
    private AcceptedListing() {}

    /// Beside a deviation: as what, until when, by whom and by which entry.
    static String words(AcceptedDeviation line) {
        return OutcomeTexts.code(line.event().as()) + " until " + line.until() + " by "
                + String.join(" and ", line.approvers()) + " (entry " + line.entry() + ")";
    }

    static Json brief(AcceptedDeviation line) {
        return Json.object()
                .with("acceptance", line.event().id().hex())
                .with("as", OutcomeTexts.code(line.event().as()))
                .with("until", line.until().toString())
                .with("entry", line.entry())
                .with("approvers", JsonOutput.texts(line.approvers()))
                .build();
    }

    static JsonArray json(List<AcceptedDeviation> lines) {
        return new JsonArray(lines.stream().map(AcceptedListing::json).toList());
    }

    private static Json json(AcceptedDeviation line) {
        return Json.object()
                .with("acceptance", line.event().id().hex())
                .with("state", OutcomeTexts.code(line.state()))
                .with("as", OutcomeTexts.code(line.event().as()))
                .with("system", line.event().system())
                .with("host", JsonOutput.text(line.host()))
                .with("kind", line.event().deviation())
                .with("what", JsonOutput.text(line.what()))
                .with("until", line.until().toString())
                .with("reason", JsonOutput.text(line.reason()))
                .with("longerBecause", JsonOutput.text(line.longer()))
                .with("entry", line.entry())
                .with("evidence", line.evidence().<Json>map(Json::number).orElse(new JsonNull()))
                .with("approvers", JsonOutput.texts(line.approvers()))
                .with("ended", line.ended().<Json>map(Json::number).orElse(new JsonNull()))
                .build();
    }

    static Table table(List<AcceptedDeviation> lines) {
        Table table = new Table(
                "acceptance", "state", "as", "until", "system", "host", "kind", "what", "approved by", "reason");
        lines.forEach(line -> table.row(
                line.event().id().hex(),
                OutcomeTexts.code(line.state()),
                OutcomeTexts.code(line.event().as()),
                line.until().toString(),
                line.event().system(),
                line.host().orElse("gone"),
                line.event().deviation(),
                line.what().orElse("erased"),
                String.join(", ", line.approvers()),
                line.reason().orElse("erased")));
        return table;
    }
}
