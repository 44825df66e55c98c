package org.cairn.frameworks.oscal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.frameworks.own.CanonicalForm;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnNode;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;

/// A framework as an OSCAL catalogue. Its mappings are a document of their own: [MappingExport]. The same framework and
/// time give the same bytes.
public final class CatalogExport {
    private final OwnFramework framework;
    private final Map<Optional<String>, List<OwnNode>> below = new HashMap<>();

    private CatalogExport(OwnFramework framework) {
        this.framework = framework;
        framework
                .nodes()
                .forEach(node -> below.computeIfAbsent(node.parent(), _ -> new ArrayList<>())
                        .add(node));
    }

    /// @param modified what the document gives as its last change
    public static Bytes write(OwnFramework framework, Instant modified) {
        return Json.write(Json.object()
                .with("catalog", new CatalogExport(framework).catalog(modified))
                .build());
    }

    /// The id of a framework's catalogue: a name-based UUID of its content.
    static String uuid(OwnFramework framework) {
        return NameUuid.of("catalog " + CanonicalForm.digest(framework).hex());
    }

    private Json catalog(Instant modified) {
        Json.Builder metadata = OscalNames.metadata(framework.name(), framework.version(), modified)
                .with(
                        "props",
                        List.of(OscalNames.property(
                                OscalNames.FRAMEWORK, framework.id().value())));
        if (!framework.source().isEmpty()) {
            metadata.with("remarks", framework.source());
        }
        Json.Builder catalog = Json.object().with("uuid", uuid(framework)).with("metadata", metadata.build());
        below(catalog, Optional.empty(), true);
        return catalog.build();
    }

    /// A group holds groups alone or controls alone, a control only controls: where rows that ask something stand
    /// beside
    /// headings, the headings become controls that say so.
    private void below(Json.Builder json, Optional<String> parent, boolean mayGroup) {
        List<OwnNode> nodes = below.getOrDefault(parent, List.of());
        boolean groups = mayGroup && nodes.stream().noneMatch(OwnNode::assessable);
        if (!nodes.isEmpty()) {
            json.with(
                    groups ? "groups" : "controls",
                    nodes.stream().map(node -> item(node, groups)).toList());
        }
    }

    private Json item(OwnNode node, boolean group) {
        String token = OscalNames.token(node.id());
        List<Json> props = new ArrayList<>();
        if (!node.ref().isEmpty()) {
            props.add(Json.object()
                    .with("name", "label")
                    .with("value", node.ref())
                    .build());
        }
        if (!token.equals(node.id())) {
            props.add(OscalNames.property(OscalNames.NUMBER, node.id()));
        }
        if (!group && !node.assessable()) {
            props.add(OscalNames.property(OscalNames.ASSESSABLE, "no"));
        }
        Json.Builder json = Json.object().with("id", token).with("title", node.title());
        if (!props.isEmpty()) {
            json.with("props", props);
        }
        if (!node.text().isEmpty()) {
            json.with("parts", List.of(part(node.text(), group)));
        }
        below(json, Optional.of(node.id()), group);
        return json.build();
    }

    private static Json part(String text, boolean group) {
        return Json.object()
                .with("name", group ? "overview" : "statement")
                .with("prose", text)
                .build();
    }
}
