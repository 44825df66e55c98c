package org.cairn.frameworks.oscal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.own.CanonicalForm;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnMapping;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;

/// What is mapped to a framework as an OSCAL mapping collection (control mapping model, OSCAL 1.2). Source is what is
/// mapped, target the framework: the relationship reads "the source is … the target", as ours does.
public final class MappingExport {
    /// Where Cairn's own checklist is the source.
    private static final String CHECKLIST = "the checklist of Cairn";

    private final OwnFramework framework;
    private final String name;

    private MappingExport(OwnFramework framework) {
        this.framework = framework;
        this.name = "mapping " + CanonicalForm.digest(framework).hex();
    }

    /// Empty where nothing is mapped: the model demands one mapping at least.
    public static Optional<Bytes> write(OwnFramework framework, Instant modified) {
        return framework.mappings().isEmpty()
                ? Optional.empty()
                : Optional.of(Json.write(Json.object()
                        .with("mapping-collection", new MappingExport(framework).collection(modified))
                        .build()));
    }

    private Json collection(Instant modified) {
        Map<String, List<OwnMapping>> bySource = new LinkedHashMap<>();
        framework
                .mappings()
                .forEach(mapping -> bySource.computeIfAbsent(source(mapping.mapped()), _ -> new ArrayList<>())
                        .add(mapping));
        List<Json> resources = new ArrayList<>();
        bySource.keySet().forEach(source -> resources.add(resource(uuid(source), source)));
        resources.add(resource(CatalogExport.uuid(framework), framework.name() + ", " + framework.version()));
        return Json.object()
                .with("uuid", NameUuid.of(name))
                .with(
                        "metadata",
                        OscalNames.metadata("Mappings to " + framework.name(), framework.version(), modified)
                                .build())
                .with("provenance", provenance())
                .with(
                        "mappings",
                        bySource.entrySet().stream()
                                .map(each -> mapping(each.getKey(), each.getValue()))
                                .toList())
                .with("back-matter", Json.object().with("resources", resources).build())
                .build();
    }

    private static String source(Subject subject) {
        return switch (subject) {
            case ControlId _ -> CHECKLIST;
            case RequirementId id -> "framework " + id.framework();
        };
    }

    private String uuid(String source) {
        return NameUuid.of(name + " " + source);
    }

    private static Json provenance() {
        return Json.object()
                .with("method", "human")
                .with("matching-rationale", "functional")
                .with("status", "not-complete")
                .with(
                        "mapping-description",
                        "Opinions, each with its author and date. Strength, from 0 to 10, says how much good evidence"
                                + " for the source contributes to showing the target. What is not mapped says nothing.")
                .build();
    }

    private Json mapping(String source, List<OwnMapping> mappings) {
        return Json.object()
                .with("uuid", NameUuid.of(name + " from " + source))
                .with("source-resource", reference(uuid(source)))
                .with("target-resource", reference(CatalogExport.uuid(framework)))
                .with("maps", mappings.stream().map(this::map).toList())
                .build();
    }

    private Json map(OwnMapping mapping) {
        String mapped = mapping.mapped() instanceof RequirementId id
                ? id.number()
                : mapping.mapped().text();
        Json.Builder map = Json.object()
                .with("uuid", NameUuid.of(name + " " + mapping.mapped().text() + " to " + mapping.node()))
                .with("relationship", relationship(mapping.relation()))
                .with("sources", List.of(item(mapped)))
                .with("targets", List.of(item(mapping.node())))
                .with(
                        "props",
                        List.of(
                                OscalNames.property("strength", Integer.toString(mapping.strength())),
                                OscalNames.property("author", mapping.author()),
                                OscalNames.property("date", mapping.date().toString())));
        if (!mapping.rationale().isEmpty()) {
            map.with("remarks", mapping.rationale());
        }
        return map.build();
    }

    private static Json item(String number) {
        return Json.object()
                .with("type", "control")
                .with("id-ref", OscalNames.token(number))
                .build();
    }

    private static String relationship(Relation relation) {
        return switch (relation) {
            case EQUAL -> "equal-to";
            case SUPERSET_OF, SUBSET_OF, INTERSECTS_WITH, NO_RELATIONSHIP -> relation.word();
        };
    }

    private static Json reference(String uuid) {
        return Json.object().with("type", "catalog").with("href", "#" + uuid).build();
    }

    private static Json resource(String uuid, String title) {
        return Json.object().with("uuid", uuid).with("title", title).build();
    }
}
