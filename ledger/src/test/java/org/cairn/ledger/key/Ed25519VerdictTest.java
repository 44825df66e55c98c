package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Encoding;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Ed25519Verification;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.Test;

/// The app verifies with BouncyCastle, the verifier with the JDK: they must never disagree.
class Ed25519VerdictTest {
    private record Edge(String name, Bytes key, Bytes signature, Bytes message, String flags) {
        /// Whether neither key nor `R` has anything to do with a small order.
        boolean isOrdinary() {
            return flags.equals("good") || flags.equals("none");
        }

        boolean byJdk() {
            return Ed25519Verification.verify(key, message, signature);
        }

        boolean byBouncyCastle() {
            return Ed25519Encoding.refusalOfKey(key).isEmpty()
                    && EntrySignatures.verifies(new Ed25519PublicKey(key), message, signature);
        }

        /// What BouncyCastle says without our checks.
        boolean byBouncyCastleAlone() {
            byte[] m = message.toByteArray();
            return Ed25519.verify(signature.toByteArray(), 0, key.toByteArray(), 0, m, 0, m.length);
        }
    }

    @Test
    void bothImplementationsGiveOneVerdictOnEveryEdge() throws Exception {
        for (Edge edge : edges()) {
            assertEquals(edge.byJdk(), edge.byBouncyCastle(), edge.name + " " + edge.flags);
            assertEquals(edge.isOrdinary(), edge.byJdk(), edge.name + " " + edge.flags);
        }
    }

    @Test
    void withoutOurChecksSomeOfTheseEdgesWouldBeAccepted() throws Exception {
        assertTrue(edges().stream().anyMatch(edge -> edge.byBouncyCastleAlone() && !edge.byBouncyCastle()));
    }

    @Test
    void bothImplementationsAgreeOnGoodAndSpoiledSignatures() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 60; i++) {
            Ed25519PrivateKey key = Ed25519PrivateKey.random(random);
            Bytes message = Bytes.utf8("message " + i);
            Bytes signature = key.sign(message);
            Edge good = new Edge("good", key.publicKey().raw(), signature, message, "");
            assertTrue(good.byJdk() && good.byBouncyCastle());
            byte[] spoiled = signature.toByteArray();
            spoiled[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            Edge bad = new Edge("bad", key.publicKey().raw(), Bytes.copyOf(spoiled), message, "");
            assertTrue(!bad.byJdk() && !bad.byBouncyCastle());
        }
    }

    /// `-Dcases.dir=<folder with ed25519vectors.json of github.com/C2SP/CCTV>`: all 914.
    @Test
    void bothImplementationsGiveOneVerdictOnThePublishedSet() throws Exception {
        String folder = System.getProperty("cases.dir");
        assumeTrue(folder != null, "no -Dcases.dir is given");
        Path file = Path.of(String.valueOf(folder), "ed25519vectors.json");
        assumeTrue(Files.isRegularFile(file), "no file " + file);
        if (Json.parse(Bytes.copyOf(Files.readAllBytes(file))) instanceof JsonArray(List<Json> vectors)) {
            for (Json vector : vectors) {
                JsonObject json = (JsonObject) vector;
                Edge edge = new Edge(
                        "published " + json.integer("number"),
                        Bytes.parseHex(json.text("key")),
                        Bytes.parseHex(json.text("sig")),
                        Bytes.utf8(json.text("msg")),
                        "");
                assertEquals(edge.byJdk(), edge.byBouncyCastle(), edge.name);
            }
            assertEquals(914, vectors.size());
        }
    }

    private static List<Edge> edges() throws IOException {
        List<Edge> edges = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/cases/ed25519/edges.txt"), StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split(" ", -1);
                edges.add(new Edge(
                        columns[0],
                        Bytes.parseHex(columns[1]),
                        Bytes.parseHex(columns[2]),
                        Bytes.parseHex(columns[3]),
                        columns[4]));
            }
        }
        return edges;
    }
}
