package org.cairn.collectors.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// `/etc/cairn/host.json`: what the operator states about this host, as `docs/collectors.md` describes it. Strict: a
/// member that is not known, or of another form, refuses the whole file, so that a misspelt statement is never taken
/// for one that was not made.
/// @param statements by their path, e.g. `models.folders`
public record HostDeclaration(Map<String, Statement> statements) {
    public static final String PATH = "/etc/cairn/host.json";

    private static final String FORMAT = "cairn-host-1";

    private enum Form {
        TEXT,
        NUMBER,
        TEXTS
    }

    private static final Map<String, Form> KNOWN = Map.ofEntries(
            Map.entry("models.folders", Form.TEXTS),
            Map.entry("models.manifests", Form.TEXTS),
            Map.entry("models.signingKeys", Form.TEXTS),
            Map.entry("models.readers", Form.TEXTS),
            Map.entry("models.redTeamTests", Form.TEXT),
            Map.entry("data.folders", Form.TEXTS),
            Map.entry("data.readers", Form.TEXTS),
            Map.entry("data.labels", Form.TEXTS),
            Map.entry("data.searched", Form.TEXTS),
            Map.entry("roles.data", Form.TEXTS),
            Map.entry("roles.models", Form.TEXTS),
            Map.entry("roles.infrastructure", Form.TEXTS),
            Map.entry("gateway.settings", Form.TEXTS),
            Map.entry("gateway.usage", Form.TEXTS),
            Map.entry("gateway.tokenBudget", Form.NUMBER),
            Map.entry("gateway.costBudget", Form.NUMBER),
            Map.entry("network.prefixes", Form.TEXTS),
            Map.entry("network.vlans", Form.TEXTS),
            Map.entry("network.tlsEndpoints", Form.TEXTS),
            Map.entry("network.canaries", Form.TEXT),
            Map.entry("accounts.breakGlass", Form.TEXTS),
            Map.entry("accounts.reviews", Form.TEXT),
            Map.entry("keys.inventory", Form.TEXT),
            Map.entry("backup.folders", Form.TEXTS),
            Map.entry("backup.restoreTests", Form.TEXT),
            Map.entry("gpu.driverAtLeast", Form.TEXT),
            Map.entry("software.projects", Form.TEXTS),
            Map.entry("software.manifests", Form.TEXTS),
            Map.entry("software.policies", Form.TEXTS));

    /// One or several values, each as text.
    public record Statement(List<String> values) {
        public Statement {
            values = List.copyOf(values);
        }
    }

    public HostDeclaration {
        statements = Map.copyOf(statements);
    }

    public static HostDeclaration nothing() {
        return new HostDeclaration(Map.of());
    }

    /// Where the declaration is needed: that it is not there is recorded as a refusal.
    public static HostDeclaration read(Observation seen) throws InterruptedException {
        Optional<String> text = seen.text(PATH);
        return text.isEmpty() ? nothing() : parsed(seen, text.get());
    }

    /// Where the declaration only adds: that it is not there is no refusal.
    public static HostDeclaration ifThere(Observation seen) throws InterruptedException {
        return seen.host().facts(PATH) instanceof Read.Refused<?>(Refusal refusal)
                        && refusal.why() == Refusal.Why.ABSENT
                ? nothing()
                : read(seen);
    }

    private static HostDeclaration parsed(Observation seen, String text) {
        try {
            return parse(text);
        } catch (MalformedJson e) {
            seen.refuse(new Refusal(PATH, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            return nothing();
        }
    }

    /// @throws MalformedJson naming the member and what is wrong with it
    public static HostDeclaration parse(String text) throws MalformedJson {
        JsonObject document = Json.parseObject(Bytes.utf8(text));
        if (!document.text("format").equals(FORMAT)) {
            throw new MalformedJson("format is not " + FORMAT);
        }
        Map<String, Statement> statements = new TreeMap<>();
        for (Map.Entry<String, Json> group : document.members().entrySet()) {
            if (group.getKey().equals("format")) {
                continue;
            }
            for (Map.Entry<String, Json> member :
                    document.object(group.getKey()).members().entrySet()) {
                String path = group.getKey() + "." + member.getKey();
                statements.put(path, statement(path, member.getValue()));
            }
        }
        return new HostDeclaration(statements);
    }

    private static Statement statement(String path, Json value) throws MalformedJson {
        Form form = KNOWN.get(path);
        if (form == null) {
            throw new MalformedJson(path + " is not known");
        }
        return switch (value) {
            case JsonText(String text) when form == Form.TEXT -> new Statement(List.of(text));
            case JsonNumber(String literal) when form == Form.NUMBER -> new Statement(List.of(literal));
            case JsonArray(List<Json> elements) when form == Form.TEXTS -> new Statement(texts(path, elements));
            default -> throw new MalformedJson(path + " is not a " + form.name().toLowerCase(Locale.ROOT));
        };
    }

    private static List<String> texts(String path, List<Json> elements) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (Json element : elements) {
            if (!(element instanceof JsonText(String text)) || text.isBlank()) {
                throw new MalformedJson(path + " holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    public boolean states(String path) {
        return statements.containsKey(known(path));
    }

    /// Empty where nothing is stated.
    public List<String> texts(String path) {
        Statement statement = statements.get(known(path));
        return statement == null ? List.of() : statement.values();
    }

    /// Those of [#texts] that are absolute paths.
    public List<String> paths(String path) {
        return texts(path).stream().filter(text -> text.startsWith("/")).toList();
    }

    public Optional<String> text(String path) {
        return texts(path).stream().findFirst();
    }

    private static String known(String path) {
        if (!KNOWN.containsKey(path)) {
            throw new IllegalArgumentException("nothing is declared under " + path);
        }
        return path;
    }
}
