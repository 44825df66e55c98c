package org.cairn.evidence.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML 1.2 (core types) as JSON values. Bounds: 4 Mi characters, 200 000 events, nesting of 64, 50 aliases; a name
/// that
/// stands twice in one mapping is refused. Beyond them nothing is read: an unread file is a refusal, never an empty
/// one.
public final class Yaml {
    private static final int CHARACTER_LIMIT = 4 * 1024 * 1024;
    private static final int EVENT_LIMIT = 200_000;
    private static final int DEPTH_LIMIT = 64;
    private static final int ALIAS_LIMIT = 50;
    /// Aliases of aliases multiply: how many values one text may become.
    private static final int VALUE_LIMIT = 1_000_000;

    private int values;

    private Yaml() {}

    /// Every document of a stream.
    /// @throws MalformedYaml with the position where there is one
    public static List<Json> documents(String text) throws MalformedYaml {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(CHARACTER_LIMIT)
                    .setMaxAliasesForCollections(ALIAS_LIMIT)
                    .setAllowDuplicateKeys(false)
                    .setAllowRecursiveKeys(false)
                    .build();
            measure(settings, text);
            List<Json> documents = new ArrayList<>();
            Yaml yaml = new Yaml();
            for (Object document : new Load(settings).loadAllFromString(text)) {
                documents.add(yaml.json(document, 0));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            throw new MalformedYaml(
                    e.getProblemMark()
                                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                                    .orElse("")
                            + firstLine(String.valueOf(e.getProblem())),
                    e);
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new MalformedYaml(firstLine(String.valueOf(e.getMessage())), e);
        }
    }

    /// The parser of events needs no stack; what comes after it does.
    private static void measure(LoadSettings settings, String text) throws MalformedYaml {
        int events = 0;
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            events++;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            aliases += event instanceof AliasEvent ? 1 : 0;
            if (events > EVENT_LIMIT || depth > DEPTH_LIMIT || aliases > ALIAS_LIMIT) {
                throw new MalformedYaml("beyond " + EVENT_LIMIT + " events, a nesting of " + DEPTH_LIMIT + " or "
                        + ALIAS_LIMIT + " aliases");
            }
        }
    }

    private Json json(@Nullable Object value, int depth) throws MalformedYaml {
        if (++values > VALUE_LIMIT || depth > DEPTH_LIMIT) {
            throw new MalformedYaml("its aliases multiply it beyond " + VALUE_LIMIT + " values");
        }
        return switch (value) {
            case null -> new JsonNull();
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> list -> {
                List<Json> elements = new ArrayList<>();
                for (Object element : list) {
                    elements.add(json(element, depth + 1));
                }
                yield new JsonArray(elements);
            }
            case Boolean flag -> new JsonFlag(flag);
            case Integer number -> JsonNumber.of(number);
            case Long number -> JsonNumber.of(number);
            default -> new JsonText(String.valueOf(value));
        };
    }

    private JsonObject object(Map<?, ?> map, int depth) throws MalformedYaml {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            members.put(String.valueOf(member.getKey()), json(member.getValue(), depth + 1));
        }
        return new JsonObject(merged(members));
    }

    /// The merge key of YAML 1.1 (yaml.org/type/merge), which Compose and others still read: what a mapping has itself
    /// wins over what is merged, and what is merged first over what comes later.
    private static Map<String, Json> merged(Map<String, Json> members) {
        Json merge = members.remove("<<");
        List<Json> sources =
                merge instanceof JsonArray(List<Json> several) ? several : merge == null ? List.of() : List.of(merge);
        for (Json source : sources) {
            if (source instanceof JsonObject object) {
                object.members().forEach(members::putIfAbsent);
            }
        }
        return members;
    }

    private static String firstLine(String message) {
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("not YAML");
    }
}
