package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.EvidenceSheet.Artefact;

/// Each piece of evidence as an observation: what was read, when, of which host, and the files of the pack that hold
/// it.
record Observations(Scene scene) {
    private static final String TO_THE_PACKS_ROOT = "../";

    List<Json> all() {
        return scene.model().pack().evidence().stream().map(this::observation).toList();
    }

    /// Of those that the pack carries; the others were erased or lie outside.
    List<Json> related(List<EvidenceId> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> scene.model().pack().evidence(id).isPresent())
                .map(id -> Json.object().with("observation-uuid", uuid(id)).build())
                .<Json>map(json -> json)
                .toList();
    }

    private String uuid(EvidenceId id) {
        return scene.model().lasting("evidence " + id.hex());
    }

    private Json observation(EvidenceSheet sheet) {
        Evidence evidence = sheet.recorded().evidence();
        boolean byHand = Scene.isByHand(evidence);
        Json.Builder json = Json.object()
                .with("uuid", uuid(sheet.id()))
                .with("title", Prose.line(sheet.title()))
                .with("description", Prose.paragraphs(read(sheet)))
                .with("methods", List.of(Json.text(byHand ? "EXAMINE" : "TEST")))
                .with("origins", scene.byTheTool())
                .with("subjects", List.of(subject(evidence, byHand)))
                .with(
                        "relevant-evidence",
                        sheet.artefacts().stream().map(Observations::file).toList())
                .with("collected", evidence.observedAt().toString());
        sheet.staleFrom().ifPresent(stale -> json.with("expires", stale.toString()));
        return new Props()
                .with("ledger-entry", sheet.recorded().entry())
                .with("evidence-id", sheet.id().hex())
                .with("recorded-at", sheet.recorded().recordedAt().toString())
                .with("collector", evidence.collector() + " " + evidence.version())
                .with("read-as", evidence.readAs())
                .with("refusals", evidence.refusals().size())
                .to(json)
                .build();
    }

    private List<String> read(EvidenceSheet sheet) {
        Evidence evidence = sheet.recorded().evidence();
        List<String> lines = new ArrayList<>();
        lines.add(sheet.title());
        for (Source source : evidence.sources()) {
            lines.add("Read: " + source.location() + " (" + source.sizeBytes() + " bytes, SHA-256 "
                    + source.sha256().hex() + ")");
        }
        for (Refusal refusal : evidence.refusals()) {
            lines.add("Could not be read: " + scene.model().wording().refusal(refusal));
        }
        return lines;
    }

    private Json subject(Evidence evidence, boolean byHand) {
        return Json.object()
                .with("subject-uuid", byHand ? scene.organisation() : scene.host(evidence))
                .with("type", byHand ? "party" : "inventory-item")
                .build();
    }

    /// Paths of a pack hold nothing that a URI would have to escape.
    private static Json file(Artefact artefact) {
        return switch (artefact) {
            case Artefact.Included(var path, var sha256, var sizeBytes) ->
                new Props()
                        .with("sha256", sha256.hex())
                        .with("size-bytes", sizeBytes)
                        .to(Json.object()
                                .with("href", TO_THE_PACKS_ROOT + path)
                                .with("description", Prose.paragraphs(path)))
                        .build();
            case Artefact.Withheld(var reason, var commitment, var sizeBytes) ->
                absent("Not in the pack: " + reason, commitment, sizeBytes);
            case Artefact.Erased(var commitment, var sizeBytes) ->
                absent("Erased; the ledger still proves that it existed", commitment, sizeBytes);
        };
    }

    private static Json absent(String why, Digest commitment, long sizeBytes) {
        return new Props()
                .with("commitment", commitment.hex())
                .with("size-bytes", sizeBytes)
                .to(Json.object().with("description", Prose.paragraphs(why)))
                .build();
    }
}
