package org.cairn.app.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// What the auditor says of one item.
/// @param remark never missing where work is asked for
/// @param due    only where work is asked for
public record MarkedItem(AuditItem item, AuditMark mark, Optional<String> remark, Optional<LocalDate> due) {
    static final int LONGEST_REMARK = 10_000;
    private static final Set<String> MEMBERS = Set.of("item", "mark", "remark", "due");

    public MarkedItem {
        String said = remark.orElse("");
        String name = item.text() + ": ";
        if (mark.asksForWork() && said.isBlank()) {
            throw new IllegalArgumentException(
                    name + mark.code() + " needs a remark that says what is wrong or what is missing");
        }
        if (said.length() > LONGEST_REMARK) {
            throw new IllegalArgumentException(
                    name + "the remark has " + said.length() + " characters, more than " + LONGEST_REMARK);
        }
        if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new IllegalArgumentException(name + "the remark holds control characters");
        }
        if (!mark.asksForWork() && due.isPresent()) {
            throw new IllegalArgumentException(name + "what is accepted is not due; leave the day out");
        }
        if (due.filter(day -> day.getYear() < 1970 || day.getYear() > 9999).isPresent()) {
            throw new IllegalArgumentException(name + "no such day: " + due.get());
        }
    }

    Json json() {
        Json.Builder json = Json.object().with("item", item.text()).with("mark", mark.code());
        remark.ifPresent(said -> json.with("remark", said));
        due.ifPresent(day -> json.with("due", day.toString()));
        return json.build();
    }

    static MarkedItem of(Json json) throws MalformedJson {
        if (!(json instanceof JsonObject object)
                || !MEMBERS.containsAll(object.members().keySet())) {
            throw new MalformedJson("a mark has the members item, mark, remark and due, and no others");
        }
        return new MarkedItem(
                AuditItem.parse(object.text("item")),
                AuditMark.parse(object.text("mark")),
                optional(object, "remark"),
                optional(object, "due").map(LocalDate::parse));
    }

    private static Optional<String> optional(JsonObject object, String name) throws MalformedJson {
        Optional<Json> member = object.member(name);
        if (member.isPresent() && !(member.get() instanceof JsonText)) {
            throw new MalformedJson("member \"" + name + "\" is no text");
        }
        return member.map(text -> ((JsonText) text).value());
    }
}
