package org.cairn.app.audit;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// The two files of a pack that say what else is in it. They travel with a review: the ledger records the digest of the
/// first with the issue of the pack, and the first holds the digest of the second. So whoever issued the pack can tell
/// what it held without having kept it.
/// @param sums     SHA256SUMS
/// @param manifest manifest.json
public record PackPapers(Bytes sums, Bytes manifest) {
    static final String SUMS = "SHA256SUMS";
    static final String MANIFEST = "manifest.json";

    /// A piece of evidence as the manifest lists it.
    /// @param title    of an attachment, or what its collector observes
    /// @param controls that rest on it
    /// @param folder   that holds its files
    record Piece(EvidenceId id, long entry, String title, List<ControlId> controls, String folder) {}

    public PackName name() throws MalformedJson {
        return values(json -> PackName.ofManifest(json, Digest.sha256(sums)));
    }

    /// The digest of each file but those that sign.
    SortedMap<String, Digest> files() throws MalformedJson {
        SortedMap<String, Digest> files = new TreeMap<>();
        for (String line : sums.asUtf8().lines().toList()) {
            if (!line.matches("[0-9a-f]{64}  [^ ].*") || files.containsKey(line.substring(66))) {
                throw new MalformedJson(SUMS + " is no list of digests and names");
            }
            files.put(line.substring(66), Digest.parseHex(line.substring(0, 64)));
        }
        if (!Digest.sha256(manifest).equals(files.get(MANIFEST))) {
            throw new MalformedJson(MANIFEST + " is not the one that " + SUMS + " names");
        }
        return files;
    }

    /// The entries that the pack holds.
    public List<Long> entries() throws MalformedJson {
        return values(json -> {
            List<Long> entries = new ArrayList<>();
            for (Json entry : json.array("entries")) {
                if (!(entry instanceof JsonNumber number) || !number.isInteger()) {
                    throw new MalformedJson("\"entries\" holds something else than numbers");
                }
                entries.add(number.asLong());
            }
            return entries;
        });
    }

    List<Piece> evidence() throws MalformedJson {
        return values(json -> {
            List<Piece> pieces = new ArrayList<>();
            for (Json each : json.array("evidence")) {
                if (!(each instanceof JsonObject piece)) {
                    throw new MalformedJson("\"evidence\" holds something else than objects");
                }
                List<ControlId> controls = new ArrayList<>();
                for (Json control : piece.array("controls")) {
                    if (!(control instanceof JsonText(String id))) {
                        throw new MalformedJson("\"controls\" holds something else than names");
                    }
                    controls.add(new ControlId(id));
                }
                pieces.add(new Piece(
                        EvidenceId.parse(piece.text("id")),
                        piece.integer("entry"),
                        piece.text("title"),
                        controls,
                        piece.text("folder")));
            }
            return pieces;
        });
    }

    String frameworkFile() throws MalformedJson {
        return values(json -> json.object("framework").text("file"));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonObject manifest) throws MalformedJson;
    }

    private <T> T values(Reader<T> reader) throws MalformedJson {
        try {
            return reader.read(Json.parseObject(manifest));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedJson(MANIFEST + ": " + e.getMessage());
        }
    }
}
