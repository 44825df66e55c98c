package org.cairn.collectors.away;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.away.HostStatement.Content;
import org.cairn.collectors.away.HostStatement.Failed;
import org.cairn.collectors.away.HostStatement.Raw;
import org.cairn.collectors.away.HostStatement.Result;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.HostRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A host's statement as canonical JSON (RFC 8785). Each has one spelling; reading refuses every other, and with it
/// every
/// member that is not known.
final class StatementJson {
    /// The envelope's payload type.
    static final String TYPE = "application/vnd.cairn.host-run.v1+json";

    private static final long VERSION = 1;

    private StatementJson() {}

    static Bytes encode(HostStatement statement) {
        Json.Builder json = Json.object()
                .with("version", VERSION)
                .with("host", statement.host().name())
                .with("sequence", statement.sequence())
                .with("startedAt", statement.startedAt().toString())
                .with("endedAt", statement.endedAt().toString())
                .with("product", statement.product())
                .with(
                        "results",
                        statement.results().stream().map(StatementJson::json).toList())
                .with(
                        "failed",
                        statement.failed().stream().map(StatementJson::json).toList());
        statement.host().machine().ifPresent(machine -> json.with("machine", machine));
        return Json.write(json.build());
    }

    private static JsonObject json(Result result) {
        return Json.object()
                .with("collector", result.collector().value())
                .with("evidence", json(result.evidence()))
                .with(
                        "raw",
                        result.raw().stream()
                                .map(raw -> Json.object()
                                        .with("source", raw.source())
                                        .with("content", json(raw.content()))
                                        .build())
                                .toList())
                .build();
    }

    private static JsonObject json(Content content) {
        return Json.object()
                .with("sha256", content.sha256().hex())
                .with("sizeBytes", content.sizeBytes())
                .build();
    }

    private static JsonObject json(Failed failed) {
        return Json.object()
                .with("collector", failed.collector().value())
                .with("why", failed.why())
                .build();
    }

    static HostStatement decode(Bytes document) throws MalformedJson {
        try {
            HostStatement statement = read(Json.parseObject(document));
            if (!encode(statement).equals(document)) {
                throw new MalformedJson("the statement is not in canonical form");
            }
            return statement;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedJson("the statement: " + e.getMessage());
        }
    }

    private static HostStatement read(JsonObject json) throws MalformedJson {
        if (json.integer("version") != VERSION) {
            throw new MalformedJson(
                    "the statement is of version " + json.integer("version") + ", which a newer Cairn reads");
        }
        boolean withMachine = json.members().containsKey("machine");
        Optional<String> machine = withMachine ? Optional.of(json.text("machine")) : Optional.empty();
        return new HostStatement(
                new HostRef(json.text("host"), machine),
                json.integer("sequence"),
                Instant.parse(json.text("startedAt")),
                Instant.parse(json.text("endedAt")),
                json.text("product"),
                each(json, "results", StatementJson::result),
                each(json, "failed", StatementJson::failed));
    }

    private static Result result(JsonObject json) throws MalformedJson {
        return new Result(
                new CollectorId(json.text("collector")),
                content(json.object("evidence")),
                each(json, "raw", raw -> new Raw(small(raw.integer("source")), content(raw.object("content")))));
    }

    private static Content content(JsonObject json) throws MalformedJson {
        return new Content(Digest.parseHex(json.text("sha256")), small(json.integer("sizeBytes")));
    }

    private static int small(long value) {
        if (value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(value + " is too large");
        }
        return (int) value;
    }

    private static Failed failed(JsonObject json) throws MalformedJson {
        return new Failed(new CollectorId(json.text("collector")), json.text("why"));
    }

    private interface Element<T> {
        T of(JsonObject json) throws MalformedJson;
    }

    private static <T> List<T> each(JsonObject json, String name, Element<T> element) throws MalformedJson {
        List<T> read = new ArrayList<>();
        for (Json value : json.array(name)) {
            if (!(value instanceof JsonObject object)) {
                throw new MalformedJson("member \"" + name + "\": element " + read.size() + " is not an object");
            }
            read.add(element.of(object));
        }
        return read;
    }
}
