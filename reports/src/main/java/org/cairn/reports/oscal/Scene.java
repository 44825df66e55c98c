package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.HostRef;
import org.cairn.frameworks.oscal.OscalNames;
import org.cairn.proof.Json;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.EvidenceSheet;

/// What all three documents share: who, which hosts, by which tool, which rows.
record Scene(OscalModel model) {
    /// The collector of evidence that people attach (docs/evidence.md).
    private static final CollectorId BY_HAND = new CollectorId("attachment");

    Json metadata(String title) {
        Cover cover = model.pack().cover();
        Json.Builder metadata = OscalNames.metadata(
                Prose.line(title + ": " + cover.framework().title() + ", " + cover.organisation()),
                Prose.value(cover.packId()).orElse("1"),
                cover.issuedAt());
        stated().to(metadata);
        return metadata.with(
                        "roles",
                        List.of(Json.object()
                                .with("id", "prepared-by")
                                .with("title", "Issued the pack")
                                .build()))
                .with("parties", parties())
                .with(
                        "responsible-parties",
                        List.of(Json.object()
                                .with("role-id", "prepared-by")
                                .with("party-uuids", List.of(Json.text(issuer())))
                                .build()))
                .with(
                        "remarks",
                        "Supports an assessment; it is none. Each statement rests on the ledger entry that its"
                                + " properties name; the entries, the evidence and the signatures are in the pack.")
                .build();
    }

    private Props stated() {
        Cover cover = model.pack().cover();
        return new Props()
                .with("pack-id", cover.packId())
                .with("ledger-origin", cover.origin())
                .with("checkpoint-size", model.pack().ledger().size())
                .with("checkpoint-root", model.pack().ledger().root().hex())
                .with("valid-at", cover.validAt().toString())
                .with("known-at", cover.knownAt().toString())
                .with("known-entries", cover.shown().entries())
                .with(OscalNames.FRAMEWORK, cover.framework().id().value())
                .with("framework-version", cover.framework().version())
                .with("framework-content-sha256", cover.framework().content().hex());
    }

    private List<Json> parties() {
        Cover cover = model.pack().cover();
        Json organisation = Json.object()
                .with("uuid", organisation())
                .with("type", "organization")
                .with("name", Prose.value(cover.organisation()).orElse("Organisation"))
                .build();
        Json.Builder issuer = Json.object()
                .with("uuid", issuer())
                .with("type", "person")
                .with("name", Prose.value(cover.issuer().name()).orElse("Issuer"));
        new Props().with("signing-key", cover.issuer().key().hex()).to(issuer);
        return List.of(
                organisation,
                issuer.with("member-of-organizations", List.of(Json.text(organisation())))
                        .build());
    }

    String organisation() {
        return model.lasting("organisation");
    }

    private String issuer() {
        return model.lasting("issuer " + model.pack().cover().issuer().key().hex());
    }

    String tool() {
        return model.lasting("tool Cairn " + model.productVersion());
    }

    String host(Evidence evidence) {
        return model.lasting("host " + key(evidence.hostRef()));
    }

    /// Two machines that call themselves the same are two hosts.
    private static String key(HostRef host) {
        return host.name() + '\n' + host.machine().orElse("");
    }

    /// Whether a person brought it: it is then about the organisation, not about the machine where it was added.
    static boolean isByHand(Evidence evidence) {
        return evidence.collector().equals(BY_HAND);
    }

    /// Each host that evidence comes from.
    List<Json> hosts() {
        SortedMap<String, Json> hosts = new TreeMap<>();
        for (EvidenceSheet sheet : model.pack().evidence()) {
            Evidence evidence = sheet.recorded().evidence();
            if (isByHand(evidence)) {
                continue;
            }
            Json.Builder host = Json.object()
                    .with("uuid", host(evidence))
                    .with(
                            "description",
                            Prose.paragraphs("The host " + evidence.hostRef().name()));
            new Props()
                    .with("host", evidence.hostRef().name())
                    .with("machine", evidence.hostRef().machine())
                    .to(host);
            hosts.putIfAbsent(key(evidence.hostRef()), host.build());
        }
        return List.copyOf(hosts.values());
    }

    Json assets() {
        Json tool = Json.object()
                .with("uuid", tool())
                .with("type", "software")
                .with("title", Prose.line("Cairn " + model.productVersion()))
                .with("description", "Collects facts, judges them by checks, and keeps both in a signed ledger.")
                .with("status", Json.object().with("state", "operational").build())
                .build();
        Json platform = Json.object()
                .with("uuid", model.lasting("platform"))
                .with("title", "The workspace that issued the pack")
                .with(
                        "uses-components",
                        List.of(Json.object().with("component-uuid", tool()).build()))
                .build();
        return Json.object()
                .with("components", List.of(tool))
                .with("assessment-platforms", List.of(platform))
                .build();
    }

    List<Json> byTheTool() {
        return List.of(Json.object()
                .with(
                        "actors",
                        List.of(Json.object()
                                .with("type", "tool")
                                .with("actor-uuid", tool())
                                .build()))
                .build());
    }

    /// For what a person of the organisation said, whom the properties name.
    Json byTheOrganisation() {
        return Json.object()
                .with(
                        "actors",
                        List.of(Json.object()
                                .with("type", "party")
                                .with("actor-uuid", organisation())
                                .build()))
                .build();
    }

    /// The framework's requirements and the checklist's controls.
    Json reviewed(Rows rows) {
        List<Json> selections = new ArrayList<>();
        selection(
                selections,
                "Requirements of " + model.pack().cover().framework().title(),
                rows.requirements().stream().map(Row::target).toList());
        selection(
                selections,
                "Controls of the checklist",
                rows.controls().stream().map(Row::target).toList());
        if (selections.isEmpty()) {
            selections.add(
                    Json.object().with("include-all", Json.object().build()).build());
        }
        return Json.object().with("control-selections", selections).build();
    }

    private static void selection(List<Json> into, String description, List<String> targets) {
        if (!targets.isEmpty()) {
            into.add(Json.object()
                    .with("description", Prose.paragraphs(description))
                    .with(
                            "include-controls",
                            targets.stream().map(Scene::control).toList())
                    .build());
        }
    }

    static Json control(String target) {
        return Json.object().with("control-id", target).build();
    }
}
