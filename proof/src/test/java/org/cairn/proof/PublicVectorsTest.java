package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.Test;

/// The vectors that others publish for the formats and algorithms we share, over the code of the product. Nothing of
/// them is kept here: `-Dcases.dir` names a folder with them (`docs/conformance.md`).
class PublicVectorsTest {
    /// github.com/C2SP/wycheproof, `testvectors_v1/ed25519_test.json`.
    @Test
    void wycheproofEd25519() throws Exception {
        int tried = 0;
        for (JsonObject group : groups("ed25519_test\\.json")) {
            Bytes key = Bytes.parseHex(group.object("publicKey").text("pk"));
            for (Json test : group.array("tests")) {
                JsonObject vector = (JsonObject) test;
                boolean verifies = Ed25519Verification.verify(
                        key, Bytes.parseHex(vector.text("msg")), Bytes.parseHex(vector.text("sig")));
                assertEquals(vector.text("result").equals("valid"), verifies, vector.toString());
                tried++;
            }
        }
        PublicCases.report("wycheproof-ed25519", tried + " of " + tried + " as published");
        assertTrue(tried > 0);
    }

    /// github.com/C2SP/wycheproof, `testvectors_v1/mldsa_44_verify_test.json`. Cases with a context are left out: notes
    /// have none.
    @Test
    void wycheproofMlDsa44() throws Exception {
        int tried = 0;
        int withContext = 0;
        for (JsonObject group : groups("mldsa_44_verify_test\\.json")) {
            Bytes key = Bytes.parseHex(group.text("publicKey"));
            for (Json test : group.array("tests")) {
                JsonObject vector = (JsonObject) test;
                if (vector.member("ctx").isPresent()) {
                    withContext++;
                    continue;
                }
                boolean verifies =
                        MlDsa44.verify(key, Bytes.parseHex(vector.text("msg")), Bytes.parseHex(vector.text("sig")));
                assertEquals(vector.text("result").equals("valid"), verifies, vector.text("comment"));
                tried++;
            }
        }
        PublicCases.report(
                "wycheproof-ml-dsa-44",
                tried + " of " + tried + " as published, " + withContext + " with a context left out");
        assertTrue(tried > 0);
    }

    /// github.com/transparency-dev/tessera, `testdata`: a log of 15 entries, its key in `build_log.sh`, a checkpoint of
    /// each size.
    @Test
    void goldenLogOfTessera() throws Exception {
        Path script = PublicCases.files("testdata/build_log\\.sh").getFirst();
        Path log = script.resolveSibling("log");
        MatchResult vkey = Pattern.compile("LOG_PUBLIC_KEY=\"([^\"]+)\"")
                .matcher(Files.readString(script))
                .results()
                .findFirst()
                .orElseThrow();
        NoteKey key = NoteKey.parse(vkey.group(1));
        List<Path> checkpoints;
        try (Stream<Path> files = Files.list(log)) {
            checkpoints = files.filter(file -> file.getFileName().toString().startsWith("checkpoint"))
                    .sorted()
                    .toList();
        }
        Checkpoint last = checkpoint(log.resolve("checkpoint"), key);
        List<Digest> leaves = leaves(log, (int) last.size());
        for (Path file : checkpoints) {
            Checkpoint at = checkpoint(file, key);
            int size = (int) at.size();
            assertEquals(Merkle.root(leaves.subList(0, size)), at.root(), file.toString());
            if (size > 0) {
                Bytes tile = read(log.resolve(Tiles.hashTile(0, 0, size)));
                assertEquals(Tiles.encodeHashes(leaves.subList(0, size)), tile, file.toString());
                assertEquals(leaves.subList(0, size), leaves(log, size));
            }
            ReferenceTree tree = new ReferenceTree(leaves);
            assertTrue(tree.consistency(size, (int) last.size()).proves(at.root(), last.root()), file.toString());
        }
        PublicCases.report(
                "tessera",
                checkpoints.size() + " checkpoints, tiles and bundles of " + last.size() + " sizes as published");
    }

    /// github.com/transparency-dev/formats: its tests hold malformed checkpoints and proofs as Go literals. Those that
    /// are put together by Go expressions are not read.
    @Test
    void malformedTextsOfTheFormatsRepository() throws Exception {
        String go =
                Files.readString(PublicCases.files("log/checkpoint_test\\.go").getFirst());
        List<String> checkpoints = literals(go, "m:\\s+\"((?:[^\"\\\\]|\\\\.)*)\",\\s+wantErr:\\s+true");
        for (String text : checkpoints) {
            assertThrows(MalformedNote.class, () -> Checkpoint.parse(Bytes.utf8(text)), text);
        }
        go = Files.readString(PublicCases.files("proof/tlog_proof_test\\.go").getFirst());
        List<String> proofs = literals(go, "proof:\\s+\\[\\]byte\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\),\\s+wantErrSubstr");
        for (String text : proofs) {
            assertThrows(MalformedProof.class, () -> TlogProof.parse(Bytes.utf8(text)), text);
        }
        assertFalse(checkpoints.isEmpty() || proofs.isEmpty(), "the tests of the repository look different now");
        PublicCases.report(
                "formats",
                checkpoints.size() + " malformed checkpoints and " + proofs.size() + " malformed proofs refused");
    }

    /// github.com/secure-systems-lab/dsse, `protocol.md`: the encoding, and its example signature (P-256, RFC 6979, `r`
    /// and `s` side by side) over it.
    @Test
    void exampleOfDsse() throws Exception {
        String document = Files.readString(PublicCases.files("protocol\\.md").getFirst());
        String body = block(document, "SERIALIZED_BODY");
        String type = block(document, "PAYLOAD_TYPE");
        Bytes encoding = Envelope.preAuthenticationEncoding(type, Bytes.utf8(body));
        assertEquals(block(document, "PAE"), encoding.asUtf8());
        String signature = literals(document, "\"sig\": *\"([^\"]+)\"").getFirst();
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(document, "X"), number(document, "Y"));
        Signature verification = Signature.getInstance("SHA256withECDSAinP1363Format");
        verification.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
        verification.update(encoding.toByteArray());
        assertTrue(
                verification.verify(StrictBase64.decode(signature).orElseThrow().toByteArray()));
        PublicCases.report("dsse", "encoding and signature of the example as published");
    }

    private static String block(String document, String name) {
        return literals(document, "\\n" + name + ":\\s+```\\w*\\n(.*?)\\n```").getFirst();
    }

    private static BigInteger number(String document, String name) {
        return new BigInteger(literals(document, "\\n *" + name + ": *(\\d+)").getFirst());
    }

    private static List<String> literals(String source, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(source)
                .results()
                .map(found -> found.group(1).replace("\\n", "\n").replace("\\\"", "\""))
                .toList();
    }

    private static List<JsonObject> groups(String file) throws Exception {
        List<JsonObject> groups = new ArrayList<>();
        JsonObject json = Json.parseObject(read(PublicCases.files(file).getFirst()));
        json.array("testGroups").forEach(group -> groups.add((JsonObject) group));
        return groups;
    }

    private static Checkpoint checkpoint(Path file, NoteKey key) throws Exception {
        SignedNote note = SignedNote.parse(read(file));
        assertTrue(key.verifies(note), file.toString());
        return Checkpoint.parse(note.text());
    }

    private static List<Digest> leaves(Path log, int size) throws Exception {
        return Tiles.decodeEntries(read(log.resolve(Tiles.entryBundle(0, size))), size).stream()
                .map(Merkle::leafHash)
                .toList();
    }

    private static Bytes read(Path file) throws java.io.IOException {
        return Bytes.copyOf(Files.readAllBytes(file));
    }
}
