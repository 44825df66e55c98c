package org.cairn.reports.oscal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.PackContent.Document;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SamplePack;

/// A pack's OSCAL documents, and how to read them.
final class OscalSample {
    static final ControlId ACCEPTED = new ControlId("NET-1");

    private OscalSample() {}

    static OscalModel model(PackModel pack, AcceptedRisk... risks) {
        return new OscalModel(
                pack,
                List.of(risks),
                List.of(new PlannedCheck(
                        "network.default-deny",
                        "Default policy drops",
                        List.of("network.firewall"),
                        Duration.ofDays(30),
                        "Set policy drop.",
                        List.of("nft(8)"),
                        List.of(ACCEPTED))),
                "frameworks/dora.json",
                "0.1.0");
    }

    static AcceptedRisk accepted(Subject subject, AcceptedRisk.Standing standing) {
        return accepted(subject, standing, 77);
    }

    static AcceptedRisk accepted(Subject subject, AcceptedRisk.Standing standing, long entry) {
        return new AcceptedRisk(
                "00ff",
                List.of(subject),
                "The mirror moves in March.",
                "Bruno <b>Meier</b>",
                LocalDate.of(2027, 3, 31),
                entry,
                SamplePack.ISSUED,
                List.of("Anna", "Bruno"),
                Optional.empty(),
                standing);
    }

    static Map<String, JsonObject> documents(OscalModel model) throws MalformedJson {
        Map<String, JsonObject> documents = new LinkedHashMap<>();
        for (Document document : OscalDocuments.of(model)) {
            documents.put(document.path(), Json.parseObject(document.content()));
        }
        return documents;
    }

    static JsonObject result(OscalModel model) throws MalformedJson {
        return (JsonObject) Objects.requireNonNull(documents(model).get("oscal/assessment-results.json"))
                .object("assessment-results")
                .array("results")
                .getFirst();
    }

    static JsonObject plan(OscalModel model) throws MalformedJson {
        return Objects.requireNonNull(documents(model).get("oscal/poam.json")).object("plan-of-action-and-milestones");
    }

    static List<JsonObject> objects(JsonObject from, String member) throws MalformedJson {
        return from.member(member).isEmpty()
                ? List.of()
                : from.array(member).stream().map(JsonObject.class::cast).toList();
    }

    static Optional<String> prop(JsonObject of, String name) throws MalformedJson {
        for (JsonObject prop : objects(of, "props")) {
            if (prop.text("name").equals(name)) {
                return Optional.of(prop.text("value"));
            }
        }
        return Optional.empty();
    }

    static JsonObject named(List<JsonObject> objects, String title) throws MalformedJson {
        for (JsonObject object : objects) {
            if (object.text("title").startsWith(title)) {
                return object;
            }
        }
        throw new AssertionError("none is called " + title);
    }
}
