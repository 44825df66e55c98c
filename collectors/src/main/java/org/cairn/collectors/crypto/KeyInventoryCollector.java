package org.cairn.collectors.crypto;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// When the keys of an inventory were made or last rotated, and by when each is due: JSON with `keys`, each with `id`,
/// `rotated` (or `created`) as a date or an instant, and `maxAgeDays`. No key is read.
public final class KeyInventoryCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "crypto.key-inventory",
            1,
            "Inventory of keys and their rotation",
            List.of(HostDeclaration.PATH, "<keys.inventory>"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("keys.inventory", "no inventory is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        String path = declared.text("keys.inventory").orElseThrow();
        Optional<String> text = seen.text(path);
        if (text.isPresent()) {
            Members keys = seen.population("keys");
            try {
                for (Json key : Json.parseObject(Bytes.utf8(text.get())).array("keys")) {
                    keys.add(item(key, seen.startedAt()));
                }
            } catch (MalformedJson e) {
                keys.refuse(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            }
        }
    }

    /// What an entry leaves out, or spells in a way that is not understood, stays out.
    static Map<String, String> item(Json key, Instant now) {
        Map<String, String> values = new TreeMap<>();
        values.put("id", Tree.text(key, "id").orElse("?"));
        Tree.text(key, "purpose").ifPresent(purpose -> values.put("purpose", purpose));
        Optional<Instant> made = Tree.text(key, "rotated")
                .or(() -> Tree.text(key, "created"))
                .flatMap(KeyInventoryCollector::instant)
                .filter(at -> !at.isAfter(now));
        made.ifPresent(at ->
                values.put("age-days", Long.toString(Duration.between(at, now).toDays())));
        Optional<Long> limit = Tree.text(key, "maxAgeDays")
                .filter(days -> days.matches("\\d{1,5}"))
                .map(Long::parseLong);
        limit.ifPresent(days -> values.put("max-age-days", days.toString()));
        if (made.isPresent() && limit.isPresent()) {
            boolean late = made.get().plus(Duration.ofDays(limit.get())).isBefore(now);
            values.put("overdue", late ? "yes" : "no");
        }
        return values;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
