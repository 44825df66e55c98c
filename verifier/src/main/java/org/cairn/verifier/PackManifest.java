package org.cairn.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;

/// manifest.json: what each file of the pack is, and which ledger entry backs it (`docs/pack-format.md`).
/// @param shown   which state the pack shows; empty in packs made before they said so
/// @param files   what each file is, by name
/// @param entries indices of the entries included, ascending
record PackManifest(
        String packId,
        String origin,
        Instant issuedAt,
        Digest rootCertificate,
        Optional<ShownState> shown,
        Framework framework,
        long size,
        Digest root,
        Map<String, String> files,
        List<Long> entries,
        List<EvidenceFolder> evidence,
        List<Opening> openings,
        List<Withheld> withheld,
        List<Erased> erased,
        List<Identity> identities) {
    static final String FORMAT = "cairn-pack";
    static final long VERSION = 1;

    /// @param content SHA-256 of the data file
    /// @param entry   that records its adoption
    record Framework(String id, String file, Digest content, long entry) {}

    /// @param folder where its files are, without a slash at the end
    record EvidenceFolder(String id, long entry, String folder) {}

    /// @param salt name of the file with the 32 bytes that stand before the content
    record Opening(String file, String salt, long entry, Digest commitment) {}

    record Withheld(long entry, Digest commitment) {}

    /// @param entry    that recorded it
    /// @param erasedBy the entry that erased it
    record Erased(long entry, long erasedBy, Digest commitment) {}

    /// @param entry that enrols the key
    record Identity(KeyId key, String file, long entry) {}

    PackManifest {
        files = Map.copyOf(files);
        entries = List.copyOf(entries);
        evidence = List.copyOf(evidence);
        openings = List.copyOf(openings);
        withheld = List.copyOf(withheld);
        erased = List.copyOf(erased);
        identities = List.copyOf(identities);
    }

    /// Makes one value of an object in an array.
    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonObject json) throws MalformedJson;
    }

    /// @throws MalformedJson naming the member that is missing or wrong
    static PackManifest parse(Bytes document) throws MalformedJson {
        JsonObject json = Json.parseObject(document);
        if (!json.text("format").equals(FORMAT) || json.integer("formatVersion") != VERSION) {
            throw new MalformedJson("this verifier reads " + FORMAT + " version " + VERSION + " only");
        }
        try {
            JsonObject checkpoint = json.object("checkpoint");
            return new PackManifest(
                    json.text("packId"),
                    json.text("origin"),
                    Instant.parse(json.text("issuedAt")),
                    digest(json, "rootCertificate"),
                    json.member("asOf").isPresent() ? Optional.of(shown(json.object("asOf"))) : Optional.empty(),
                    framework(json.object("framework")),
                    checkpoint.integer("size"),
                    digest(checkpoint, "root"),
                    files(json),
                    entries(json),
                    list(json, "evidence", PackManifest::evidenceFolder),
                    list(json, "openings", PackManifest::opening),
                    list(json, "withheld", item -> new Withheld(item.integer("entry"), digest(item, "commitment"))),
                    json.member("erased").isPresent() ? list(json, "erased", PackManifest::erased) : List.of(),
                    list(json, "identities", PackManifest::identity));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedJson("a value is refused: " + e.getMessage());
        }
    }

    private static ShownState shown(JsonObject json) throws MalformedJson {
        return new ShownState(
                Instant.parse(json.text("validAt")),
                Instant.parse(json.text("knownAt")),
                ShownState.KnownBy.parse(json.text("knownBy")),
                json.integer("entries"));
    }

    private static Framework framework(JsonObject json) throws MalformedJson {
        return new Framework(json.text("id"), json.text("file"), digest(json, "content"), json.integer("entry"));
    }

    private static EvidenceFolder evidenceFolder(JsonObject json) throws MalformedJson {
        return new EvidenceFolder(json.text("id"), json.integer("entry"), json.text("folder"));
    }

    private static Opening opening(JsonObject json) throws MalformedJson {
        return new Opening(json.text("file"), json.text("salt"), json.integer("entry"), digest(json, "commitment"));
    }

    private static Erased erased(JsonObject json) throws MalformedJson {
        return new Erased(json.integer("entry"), json.integer("erasedBy"), digest(json, "commitment"));
    }

    private static Identity identity(JsonObject json) throws MalformedJson {
        return new Identity(KeyId.parse(json.text("keyId")), json.text("file"), json.integer("entry"));
    }

    private static Map<String, String> files(JsonObject json) throws MalformedJson {
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonObject file : list(json, "files", item -> item)) {
            if (files.put(file.text("path"), file.text("what")) != null) {
                throw new MalformedJson("file " + file.text("path") + " is named twice");
            }
        }
        return files;
    }

    private static List<Long> entries(JsonObject json) throws MalformedJson {
        List<Long> entries = new ArrayList<>();
        for (Json item : json.array("entries")) {
            if (!(item instanceof Json.JsonNumber number) || !number.isInteger()) {
                throw new MalformedJson("member \"entries\" holds something else than indices");
            }
            if (!entries.isEmpty() && number.asLong() <= entries.getLast()) {
                throw new MalformedJson("member \"entries\" is not ascending");
            }
            entries.add(number.asLong());
        }
        return entries;
    }

    private static <T> List<T> list(JsonObject json, String name, Reader<T> reader) throws MalformedJson {
        List<T> values = new ArrayList<>();
        for (Json item : json.array(name)) {
            if (!(item instanceof JsonObject object)) {
                throw new MalformedJson("member \"" + name + "\" holds something else than objects");
            }
            values.add(reader.read(object));
        }
        return values;
    }

    private static Digest digest(JsonObject json, String name) throws MalformedJson {
        return Digest.parseHex(json.text(name));
    }
}
