package org.cairn.reports.pdf;

import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RedactedCopy;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.Wording;

/// Says of a piece of evidence that parts of another one were taken out of it, and of that one where the copy is.
record RedactionFacts(Writing writing) {
    void write(Html facts, EvidenceSheet sheet) {
        RedactedCopy.of(sheet.recorded().evidence()).ifPresent(copy -> copy(facts, sheet, copy));
        String copies = writing.model().evidence().stream()
                .filter(other -> RedactedCopy.of(other.recorded().evidence())
                        .filter(copy -> copy.original().equals(sheet.id()))
                        .isPresent())
                .map(other -> Wording.evidence(other.recorded().entry()))
                .collect(Collectors.joining(", "));
        if (!copies.isEmpty()) {
            writing.fact(facts, "evidence.copies", copies);
        }
    }

    private void copy(Html facts, EvidenceSheet sheet, RedactedCopy copy) {
        Optional<EvidenceSheet> original = original(copy.original());
        Html cell = writing.fact(facts, "evidence.redacted");
        cell.say(
                Tag.DIV,
                Look.CALLOUT,
                writing.text(
                        "evidence.redacted.value",
                        original.map(found -> Wording.evidence(found.recorded().entry()))
                                .orElse(copy.original().shortForm()),
                        copy.file(),
                        copy.removed(),
                        copy.reason()));
        boolean here = original.filter(
                        found -> found.artefacts().stream().anyMatch(EvidenceSheet.Artefact.Included.class::isInstance))
                .isPresent();
        cell.say(
                Tag.DIV,
                writing.text(
                        here ? "evidence.redacted.here" : "evidence.redacted.away",
                        sheet.recorded().entry()));
        cell.say(Tag.DIV, Look.HASH, Wording.grouped(copy.commitment()));
    }

    private Optional<EvidenceSheet> original(EvidenceId id) {
        return writing.model().evidence().stream()
                .filter(sheet -> sheet.id().equals(id))
                .findFirst();
    }
}
