package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Events as laurel writes them (threathunters-io/laurel, `man/laurel.8.md`): one object an event, whose members are
/// the
/// audit records under their types. They become audit records again, so that one reader understands both.
final class LaurelRecords implements JsonRecords {
    private static final Pattern ID = Pattern.compile("(\\d{1,11})\\.(\\d{3}):(\\d{1,10})");

    private final String host;
    private final Tally tally;

    LaurelRecords(String host, Tally tally) {
        this.host = host;
        this.tally = tally;
    }

    @Override
    public void take(JsonObject object, RawRecordRef ref) throws MalformedRecord {
        Matcher id = ID.matcher(Members.text(object, "ID").orElse(""));
        if (!id.matches()) {
            throw new MalformedRecord("no ID of the form SECONDS.MILLIS:SERIAL");
        }
        Instant time = Instant.ofEpochSecond(Long.parseLong(id.group(1)), 1_000_000L * Integer.parseInt(id.group(2)));
        long serial = Long.parseLong(id.group(3));
        String on = Members.text(object, "NODE").orElse(host);
        List<AuditRecord> records = new ArrayList<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            for (JsonObject fields : objects(member.getValue())) {
                records.add(new AuditRecord(
                        on, member.getKey(), time, serial, fields(member.getKey(), fields), upper(fields), ref));
            }
        }
        if (records.isEmpty()) {
            throw new MalformedRecord("an event without records");
        }
        AuditEvent event = new AuditEvent(on, new Moment(time, serial), records);
        tally.audit(event, EventReader.read(event));
    }

    private static List<JsonObject> objects(Json value) {
        return switch (value) {
            case JsonObject object -> List.of(object);
            case JsonArray(List<Json> elements) ->
                elements.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList();
            default -> List.of();
        };
    }

    private static Fields fields(String type, JsonObject object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (name.equals("ARGV") && value instanceof JsonArray(List<Json> elements)) {
                arguments(type, elements, values);
            } else if (name.equals("SADDR") && value instanceof JsonObject address) {
                SocketText.saddr(
                                Members.text(address, "saddr_fam").orElse(""),
                                Members.text(address, "addr"),
                                Members.integer(address, "port"),
                                Members.text(address, "path").map(PercentText::decode))
                        .ifPresent(dump -> values.put("saddr", dump));
            } else if (isLower(name)) {
                raw(name, value).ifPresent(text -> values.put(name, text));
            }
        });
        return Fields.of(values);
    }

    /// `ARGV` holds the arguments of the program in EXECVE, and those of the system call in SYSCALL.
    private static void arguments(String type, List<Json> elements, Map<String, String> values) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof JsonText(String text)) {
                values.put(
                        "a" + i,
                        type.equals("EXECVE") ? quoted(text) : text.startsWith("0x") ? text.substring(2) : text);
            }
        }
    }

    private static Optional<String> raw(String name, Json value) {
        return switch (value) {
            case JsonNumber(String literal) -> Optional.of(literal);
            case JsonText(String text) ->
                Optional.of(name.equals("arch") && text.startsWith("0x") ? text.substring(2) : quoted(text));
            default -> Optional.empty();
        };
    }

    private static String quoted(String text) {
        return "\"" + PercentText.decode(text) + "\"";
    }

    /// What laurel added itself stands under names in capitals.
    private static boolean isLower(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static Fields upper(JsonObject object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (!isLower(name) && value instanceof JsonText(String text)) {
                values.put(name, text);
            }
        });
        return Fields.of(values);
    }
}
