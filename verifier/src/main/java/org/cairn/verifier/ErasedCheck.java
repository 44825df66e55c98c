package org.cairn.verifier;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// What the pack says was erased was committed to by one entry, and erased by a later one that names it.
/// Without both,
/// an
/// item that cannot be shown is simply not shown.
final class ErasedCheck {
    private final Findings findings;
    private final SortedMap<Long, LedgerEntry> entries;
    private final PackManifest manifest;

    ErasedCheck(Findings findings, SortedMap<Long, LedgerEntry> entries, PackManifest manifest) {
        this.findings = findings;
        this.entries = entries;
        this.manifest = manifest;
    }

    /// @param vouched what each entry commits to
    void check(Map<Long, Map<Digest, Long>> vouched) {
        for (PackManifest.Erased item : manifest.erased()) {
            Map<Digest, Long> committed = vouched.getOrDefault(item.entry(), new TreeMap<>());
            LedgerEntry recorded = entries.get(item.entry());
            LedgerEntry erasing = entries.get(item.erasedBy());
            if (recorded == null || erasing == null) {
                findings.defect(
                        Layout.MANIFEST,
                        item.entry(),
                        "is said to be erased by entry " + item.erasedBy() + ", and not both entries are in the pack");
            } else if (!committed.containsKey(item.commitment())) {
                findings.defect(
                        Layout.MANIFEST,
                        item.entry(),
                        "does not hold the commitment " + item.commitment() + " that is said to be erased");
            } else if (item.erasedBy() <= item.entry() || !erases(recorded, erasing, item)) {
                findings.defect(
                        Layout.MANIFEST, item.erasedBy(), "does not erase what entry " + item.entry() + " recorded");
            } else if (shown(item)) {
                findings.defect(Layout.MANIFEST, item.entry(), "is said to be erased, and its bytes are in the pack");
            }
        }
    }

    private boolean shown(PackManifest.Erased item) {
        return manifest.openings().stream()
                .anyMatch(opening ->
                        opening.entry() == item.entry() && opening.commitment().equals(item.commitment()));
    }

    /// The erasing entry names the stored payload that the recording entry commits to.
    private boolean erases(LedgerEntry recorded, LedgerEntry erasing, PackManifest.Erased item) {
        Json payload = stored(recorded.said(), item.commitment());
        if (erasing.kind().equals("ErasureFollowed")) {
            return names(erasing.event(), payload)
                    && followed(erasing, recorded)
                            .filter(erasure ->
                                    erasesEvidence(recorded.said(), erasure) || erasesTexts(index(recorded), erasure))
                            .filter(erasure -> names(erasure, payload))
                            .isPresent();
        }
        boolean decided = erasesEvidence(recorded.said(), erasing.event())
                || erasesTexts(Optional.of(Json.number(recorded.index())), erasing.event());
        return decided && names(erasing.event(), payload);
    }

    /// The erasure of the other log, which also recorded the item; its entry is in the pack.
    private Optional<JsonObject> followed(LedgerEntry following, LedgerEntry recorded) {
        try {
            LedgerEntry erasure = entries.get(following.event().integer("erasure"));
            return erasure != null
                            && erasure.index() < following.index()
                            && erasure.kind().equals("EntryImported")
                            && recorded.kind().equals("EntryImported")
                            && origin(erasure).equals(origin(recorded))
                    ? Optional.of(erasure.said())
                    : Optional.empty();
        } catch (MalformedJson _) {
            return Optional.empty(); // it follows nothing
        }
    }

    private static String origin(LedgerEntry imported) throws MalformedJson {
        return imported.event().object("place").text("origin");
    }

    /// Of an imported entry, the index in its own log.
    private static Optional<Json> index(LedgerEntry imported) {
        try {
            return imported.event().object("place").member("index");
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }

    private static boolean erasesEvidence(JsonObject recorded, JsonObject erasure) {
        return is("EvidenceErased", erasure)
                && is("EvidenceRecorded", recorded)
                && recorded.member("evidence").equals(erasure.member("evidence"));
    }

    private static boolean erasesTexts(Optional<Json> recorded, JsonObject erasure) {
        return is("PayloadErased", erasure) && recorded.isPresent() && recorded.equals(erasure.member("erased"));
    }

    private static boolean is(String kind, JsonObject event) {
        return event.member("kind").equals(Optional.of(Json.text(kind)));
    }

    private static boolean names(JsonObject erasing, Json stored) {
        try {
            return erasing.array("payloads").contains(stored);
        } catch (MalformedJson _) {
            return false; // names nothing
        }
    }

    /// The name of the payload behind a commitment; a number, which no list of names holds, where there is
    /// none.
    private static Json stored(Json json, Digest commitment) {
        Json none = Json.number(-1);
        return switch (json) {
            case JsonObject object
            when object.member("commitment")
                    .map(Json.text(commitment.hex())::equals)
                    .orElse(false) -> object.member("stored").orElse(none);
            case JsonObject object -> first(object.members().values(), commitment, none);
            case JsonArray(var elements) -> first(elements, commitment, none);
            case Json.JsonText _, Json.JsonNumber _, Json.JsonFlag _, Json.JsonNull _ -> none;
        };
    }

    private static Json first(Iterable<Json> values, Digest commitment, Json none) {
        for (Json value : values) {
            Json found = stored(value, commitment);
            if (!found.equals(none)) {
                return found;
            }
        }
        return none;
    }
}
