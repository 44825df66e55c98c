package org.cairn.checklist.retention;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// The periods that laws set, as data: `rules.json` beside this class, one row a legal fact.
/// @param readOn  when the sources were read
/// @param records what evidence is that is no observation, by its collector or by a family of them (`runtime.*`)
/// @param rules   with a period
/// @param notices duties without a period, which a person has to decide on
public record RetentionRules(
        LocalDate readOn, Map<String, RecordKind> records, List<RetentionRule> rules, List<Notice> notices) {
    private static final String FAMILY = ".*";
    private static final Set<String> RECORD = Set.of("collector", "kind");
    private static final Set<String> RULE =
            Set.of("id", "framework", "title", "bound", "period", "start", "kinds", "roles", "citation", "confidence");

    /// What a law says about keeping without naming a period.
    public record Notice(String id, FrameworkId framework, String text, String citation) {}

    public RetentionRules {
        records = Map.copyOf(records);
        rules = List.copyOf(rules);
        notices = List.copyOf(notices);
    }

    public static RetentionRules load() {
        try (InputStream in = RetentionRules.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IOException("no resource rules.json");
            }
            return read(Bytes.copyOf(in.readAllBytes()));
        } catch (IOException | MalformedJson e) {
            throw new IllegalStateException("the retention rules that ship with this product are damaged", e);
        }
    }

    /// @throws MalformedJson naming the row that is wrong
    static RetentionRules read(Bytes document) throws MalformedJson {
        JsonObject json = Json.parseObject(document);
        List<RetentionRule> rules = new ArrayList<>();
        for (Json row : json.array("rules")) {
            rules.add(rule(object(row)));
        }
        List<Notice> notices = new ArrayList<>();
        for (Json row : json.array("notices")) {
            JsonObject notice = object(row);
            notices.add(new Notice(
                    notice.text("id"),
                    new FrameworkId(notice.text("framework")),
                    notice.text("text"),
                    notice.text("citation")));
        }
        return new RetentionRules(LocalDate.parse(json.text("readOn")), records(json), rules, notices);
    }

    private static RetentionRule rule(JsonObject row) throws MalformedJson {
        if (!row.members().keySet().equals(RULE)) {
            throw new MalformedJson("a rule has exactly the members " + RULE + ", not "
                    + row.members().keySet());
        }
        String id = row.text("id");
        try {
            Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
            for (String kind : texts(row, "kinds")) {
                kinds.add(kind(kind));
            }
            return new RetentionRule(
                    id,
                    Optional.of(new FrameworkId(row.text("framework"))),
                    row.text("title"),
                    Bound.valueOf(row.text("bound").toUpperCase(Locale.ROOT)),
                    Period.parse(row.text("period")),
                    RetentionRule.Start.valueOf(
                            row.text("start").toUpperCase(Locale.ROOT).replace('-', '_')),
                    kinds,
                    Optional.empty(),
                    new HashSet<>(texts(row, "roles")),
                    row.text("citation"),
                    row.text("confidence").equals("primary")
                            ? RetentionRule.Standing.COUNTS
                            : RetentionRule.Standing.UNCONFIRMED);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedJson("rule " + id + ": " + e.getMessage());
        }
    }

    /// What evidence by a collector counts as: what the row says that names it, else the row of the longest family it
    /// belongs to, else an observation.
    public RecordKind kindOf(CollectorId collector) {
        String id = collector.value();
        Optional<RecordKind> kind = Optional.ofNullable(records.get(id));
        for (int dot = id.lastIndexOf('.'); kind.isEmpty() && dot >= 0; dot = id.lastIndexOf('.', dot - 1)) {
            kind = Optional.ofNullable(records.get(id.substring(0, dot) + FAMILY));
        }
        return kind.orElse(RecordKind.OBSERVATION);
    }

    private static Map<String, RecordKind> records(JsonObject json) throws MalformedJson {
        Map<String, RecordKind> records = new HashMap<>();
        for (Json each : json.array("records")) {
            JsonObject row = object(each);
            String collector = row.text("collector");
            if (!row.members().keySet().equals(RECORD)) {
                throw new MalformedJson("a row of records has exactly the members " + RECORD + ", not "
                        + row.members().keySet());
            }
            try {
                requireCollector(collector);
                if (records.put(collector, kind(row.text("kind"))) != null) {
                    throw new MalformedJson("records name the collector " + collector + " twice");
                }
            } catch (IllegalArgumentException e) {
                throw new MalformedJson("records, collector " + collector + ": " + e.getMessage());
            }
        }
        return records;
    }

    private static void requireCollector(String collector) {
        boolean family = collector.endsWith(FAMILY);
        new CollectorId(family ? collector.substring(0, collector.length() - FAMILY.length()) : collector);
    }

    /// @throws IllegalArgumentException where there is no such kind
    private static RecordKind kind(String word) {
        return RecordKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(JsonObject row, String name) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (Json value : row.array(name)) {
            if (!(value instanceof JsonText(String text))) {
                throw new MalformedJson("member \"" + name + "\" holds something else than texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private static JsonObject object(Json value) throws MalformedJson {
        if (value instanceof JsonObject row) {
            return row;
        }
        throw new MalformedJson("a row is no object");
    }
}
