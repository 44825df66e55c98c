package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own vectors for each public format. `src/test/cases/conformance/vectors.py` computed them from the documents, in
/// another language and without our code.
class ConformanceTest {
    private static final Path VECTORS = Path.of("src/test/cases/conformance/vectors.json");

    /// @param json its members depend on the kind
    record Vector(String name, JsonObject json) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Vector> vectors(String kind) throws Exception {
        JsonArray all = (JsonArray) Json.parse(Bytes.copyOf(Files.readAllBytes(VECTORS)));
        List<Vector> vectors = all.elements().stream()
                .map(JsonObject.class::cast)
                .filter(json -> json.member("kind").equals(java.util.Optional.of(new JsonText(kind))))
                .map(json -> new Vector(String.valueOf(json.member("name").orElseThrow()), json))
                .toList();
        assertTrue(vectors.size() > 30, kind + ": " + vectors.size());
        return vectors;
    }

    static List<Vector> notes() throws Exception {
        return vectors("note");
    }

    static List<Vector> proofs() throws Exception {
        return vectors("proof");
    }

    static List<Vector> consistencies() throws Exception {
        return vectors("consistency");
    }

    static List<Vector> envelopes() throws Exception {
        return vectors("envelope");
    }

    @ParameterizedTest
    @MethodSource("notes")
    void notesCheckpointsAndCosignaturesAreJudgedAsTheDocumentsSay(Vector vector) throws Exception {
        NoteKey key = NoteKey.parse(vector.json.text("key"));
        assertEquals(vector.json.text("key"), key.encode());
        SignedNote note = SignedNote.parse(Bytes.utf8(vector.json.text("note")));
        assertEquals(vector.json.text("note"), note.encode().asUtf8());
        assertEquals(vector.json.flag("verifies"), key.verifies(note));
        assertEquals(note.text(), Checkpoint.parse(note.text()).text());
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void inclusionProofsInFilesAreJudgedAsTheDocumentsSay(Vector vector) throws Exception {
        TlogProof proof = TlogProof.parse(Bytes.utf8(vector.json.text("proof")));
        assertEquals(vector.json.text("proof"), proof.encode().asUtf8());
        assertTrue(NoteKey.parse(vector.json.text("key")).verifies(proof.checkpoint()));
        Digest leaf = Merkle.leafHash(Bytes.parseHex(vector.json.text("entry")));
        assertEquals(vector.json.flag("proves"), proof.proves(leaf));
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void consistencyProofsAreJudgedAsTheDocumentsSay(Vector vector) throws Exception {
        List<Digest> path = vector.json.array("path").stream()
                .map(hash -> digest(((JsonText) hash).value()))
                .toList();
        ConsistencyProof proof = new ConsistencyProof(vector.json.integer("older"), vector.json.integer("newer"), path);
        assertEquals(
                vector.json.flag("proves"),
                proof.proves(digest(vector.json.text("olderRoot")), digest(vector.json.text("newerRoot"))));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void envelopesAreJudgedAsTheDocumentsSay(Vector vector) throws Exception {
        Envelope envelope = Envelope.parse(Bytes.utf8(vector.json.text("envelope")));
        assertEquals(vector.json.text("envelope"), envelope.encode().asUtf8());
        assertEquals(vector.json.text("pae"), envelope.signedBytes().hex());
        Ed25519PublicKey key = Ed25519PublicKey.parseSpki(Bytes.parseHex(vector.json.text("spki")));
        assertEquals(vector.json.flag("verifies"), envelope.isSignedBy(key));
    }

    private static Digest digest(String hex) {
        return Digest.of(Bytes.parseHex(hex).toByteArray());
    }
}
