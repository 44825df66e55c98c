package org.cairn.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;

/// What one laptop tells another of itself, once. Nothing in it is secret; everything depends on it being the right
/// one,
/// so people compare its fingerprint by eye.
/// @param logKeys     sign the log's checkpoints: Ed25519, then ML-DSA-44
/// @param founder     signed the log's first entry
/// @param root        SHA-256 of the root certificate
/// @param transferKey X25519, 32 bytes
public record Card(String origin, List<NoteKey> logKeys, Ed25519PublicKey founder, Digest root, Bytes transferKey) {
    /// Larger is no card.
    public static final int LIMIT_BYTES = 16 * 1024;

    private static final String FORM = "cairn exchange card, version 1";
    private static final Set<String> MEMBERS = Set.of("card", "origin", "logKeys", "founder", "root", "transferKey");

    public Card {
        logKeys = List.copyOf(logKeys);
    }

    /// Canonical JSON: a card has one spelling and so one fingerprint.
    public Bytes encode() {
        return Json.write(Json.object()
                .with("card", FORM)
                .with("origin", origin)
                .with(
                        "logKeys",
                        logKeys.stream().map(key -> new JsonText(key.encode())).toList())
                .with("founder", founder.spki().hex())
                .with("root", root.hex())
                .with("transferKey", transferKey.hex())
                .build());
    }

    /// What people compare.
    public Digest fingerprint() {
        return Digest.sha256(encode());
    }

    public static Card parse(Bytes encoded) throws MalformedBundle {
        try {
            JsonObject json = Json.parseObject(encoded);
            if (!json.members().keySet().equals(MEMBERS) || !json.text("card").equals(FORM)) {
                throw new MalformedBundle("it is no card of this version");
            }
            Card card = new Card(
                    json.text("origin"),
                    keys(json),
                    Ed25519PublicKey.parseSpki(Bytes.parseHex(json.text("founder"))),
                    Digest.parseHex(json.text("root")),
                    Bytes.parseHex(json.text("transferKey")));
            card.require();
            if (!card.encode().equals(encoded)) {
                throw new MalformedBundle("it is not in the canonical form");
            }
            return card;
        } catch (MalformedJson | MalformedKey | MalformedNote | IllegalArgumentException e) {
            throw new MalformedBundle(String.valueOf(e.getMessage()));
        }
    }

    private static List<NoteKey> keys(JsonObject json) throws MalformedJson, MalformedNote, MalformedBundle {
        List<NoteKey> keys = new ArrayList<>();
        for (Json key : json.array("logKeys")) {
            if (!(key instanceof JsonText(String text))) {
                throw new MalformedBundle("a log key is not a text");
            }
            keys.add(NoteKey.parse(text));
        }
        return keys;
    }

    private void require() throws MalformedBundle {
        List<NoteKey.Algorithm> algorithms =
                logKeys.stream().map(NoteKey::algorithm).toList();
        boolean named = logKeys.stream().allMatch(key -> key.name().equals(origin));
        if (!named || !algorithms.equals(List.of(NoteKey.Algorithm.ED25519, NoteKey.Algorithm.ML_DSA_44))) {
            throw new MalformedBundle("the log's keys are not one of each algorithm in the log's name");
        }
        if (transferKey.size() != 32) {
            throw new MalformedBundle("the transfer key does not have 32 bytes");
        }
    }
}
