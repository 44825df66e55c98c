package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A framework as canonical JSON (RFC 8785): one framework has one spelling, and so one hash.
public final class CanonicalForm {
    private static final int FORMAT = 1;

    private CanonicalForm() {}

    public static Bytes write(OwnFramework framework) {
        return Json.write(Json.object()
                .with("format", FORMAT)
                .with("id", framework.id().value())
                .with("name", framework.name())
                .with("version", framework.version())
                .with("source", framework.source())
                .with(
                        "nodes",
                        framework.nodes().stream().map(CanonicalForm::node).toList())
                .with(
                        "mappings",
                        framework.mappings().stream()
                                .map(CanonicalForm::mapping)
                                .toList())
                .build());
    }

    /// SHA-256 of the canonical form.
    public static Digest digest(OwnFramework framework) {
        return Digest.sha256(write(framework));
    }

    /// @throws MalformedFramework unless `content` is the canonical form of a framework
    public static OwnFramework read(String file, Bytes content, KnownSubjects known) throws MalformedFramework {
        OwnFramework framework = new DraftCheck(file, known).check(draft(file, content), Optional.empty());
        if (!write(framework).equals(content)) {
            throw new Faults(file).last("line 1", "is not in canonical form");
        }
        return framework;
    }

    private static Json node(OwnNode node) {
        Json.Builder json = Json.object().with("id", node.id());
        node.parent().ifPresent(parent -> json.with("parent", parent));
        return json.with("ref", node.ref())
                .with("title", node.title())
                .with("text", node.text())
                .with("assessable", new JsonFlag(node.assessable()))
                .build();
    }

    private static Json mapping(OwnMapping mapping) {
        return Json.object()
                .with("node", mapping.node())
                .with("mapped", mapping.mapped().text())
                .with("relation", mapping.relation().word())
                .with("strength", mapping.strength())
                .with("rationale", mapping.rationale())
                .with("author", mapping.author())
                .with("date", mapping.date().toString())
                .build();
    }

    private static Draft draft(String file, Bytes content) throws MalformedFramework {
        try {
            JsonObject json = Json.parseObject(content);
            if (json.integer("format") != FORMAT) {
                throw new MalformedJson("unknown format, this version reads " + FORMAT);
            }
            List<Draft.Node> nodes = new ArrayList<>();
            for (Json each : json.array("nodes")) {
                nodes.add(node(object(each), nodes.size()));
            }
            List<Draft.Mapping> mappings = new ArrayList<>();
            for (Json each : json.array("mappings")) {
                mappings.add(mapping(object(each), mappings.size()));
            }
            return new Draft(
                    field -> "/" + field,
                    json.text("id"),
                    json.text("name"),
                    json.text("version"),
                    json.text("source"),
                    nodes,
                    mappings);
        } catch (MalformedJson e) {
            throw new Faults(file).last("document", String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject object(Json json) throws MalformedJson {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("a row is not an object");
    }

    private static Draft.Node node(JsonObject json, int index) throws MalformedJson {
        return new Draft.Node(
                field -> "/nodes/" + index + "/" + field,
                json.text("id"),
                json.member("parent").isPresent() ? json.text("parent") : "",
                json.text("ref"),
                json.text("title"),
                json.text("text"),
                json.flag("assessable") ? "yes" : "no");
    }

    private static Draft.Mapping mapping(JsonObject json, int index) throws MalformedJson {
        return new Draft.Mapping(
                field -> "/mappings/" + index + "/" + field,
                json.text("node"),
                json.text("mapped"),
                json.text("relation"),
                Long.toString(json.integer("strength")),
                json.text("rationale"),
                json.text("author"),
                json.text("date"));
    }
}
