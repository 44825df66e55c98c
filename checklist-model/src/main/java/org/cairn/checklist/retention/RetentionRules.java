package org.cairn.checklist.retention;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
/// @param rules   with a period
/// @param notices duties without a period, which a person has to decide on
public record RetentionRules(LocalDate readOn, List<RetentionRule> rules, List<Notice> notices) {
    private static final Set<String> RULE =
            Set.of("id", "framework", "title", "bound", "period", "start", "kinds", "roles", "citation", "confidence");

    /// What a law says about keeping without naming a period.
    public record Notice(String id, FrameworkId framework, String text, String citation) {}

    public RetentionRules {
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
        return new RetentionRules(LocalDate.parse(json.text("readOn")), rules, notices);
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
                kinds.add(RecordKind.valueOf(kind.toUpperCase(Locale.ROOT)));
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

    /// Collectors whose evidence is a record of what a running system did; everything attached is a document.
    public static RecordKind kindOf(CollectorId collector) {
        String id = collector.value();
        if (id.equals("attachment")) {
            return RecordKind.DOCUMENTATION;
        }
        return id.startsWith("runtime.") || id.startsWith("causality.") || id.contains("audit-log")
                ? RecordKind.LOGS
                : RecordKind.OBSERVATION;
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
