package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Encoding;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Ed25519Verification;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.authority.SignatureVerification;
import org.junit.jupiter.api.Test;

/// The app verifies with BouncyCastle and with tables of keys, the verifier with the JDK: they must never disagree.
class Ed25519VerdictTest {
    /// RFC 8032 section 5.1.
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

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

        boolean byTable() {
            return Ed25519Encoding.refusalOfKey(key).isEmpty()
                    && KnownKey.of(new Ed25519PublicKey(key)).verifies(message, signature);
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
            assertEquals(edge.byJdk(), edge.byTable(), edge.name + " " + edge.flags);
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
            assertTrue(good.byJdk() && good.byBouncyCastle() && good.byTable());
            byte[] spoiled = signature.toByteArray();
            spoiled[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            Edge bad = new Edge("bad", key.publicKey().raw(), Bytes.copyOf(spoiled), message, "");
            assertTrue(!bad.byJdk() && !bad.byBouncyCastle() && !bad.byTable());
        }
    }

    /// A table answers only for a key that was met often; what it answers is what came before.
    @Test
    void aKeyMetOftenKeepsItsVerdicts() {
        Ed25519PrivateKey key = Ed25519PrivateKey.random(new SecureRandom());
        SignatureVerification verification = EntrySignatures.verification();
        for (int i = 0; i < 2 * EntrySignatures.TABLE_PAYS_AFTER; i++) {
            Bytes message = Bytes.utf8("message " + i);
            Bytes signature = key.sign(message);
            assertTrue(verification.verifies(key.publicKey(), message, signature));
            assertFalse(verification.verifies(key.publicKey(), Bytes.utf8("another"), signature));
        }
    }

    /// `S = 0` and `k A` neutral cannot be made; the smallest and largest scalars can be tried on the table itself.
    @Test
    void aTableGivesTheMultiplesThatRepeatedAdditionGives() {
        PointTable table = PointTable.ofBase();
        Bytes neutral = new PointSum().encode();
        PointSum sum = new PointSum();
        table.addMultiple(BigInteger.ZERO, sum);
        assertEquals(neutral, sum.encode());
        PointSum byOnes = new PointSum();
        for (int times = 1; times <= 300; times++) {
            table.addMultiple(BigInteger.ONE, byOnes);
            PointSum atOnce = new PointSum();
            table.addMultiple(BigInteger.valueOf(times), atOnce);
            assertEquals(byOnes.encode(), atOnce.encode());
        }
        PointSum wholeOrder = new PointSum();
        table.addMultiple(ORDER.subtract(BigInteger.ONE), wholeOrder);
        assertNotEquals(neutral, wholeOrder.encode());
        table.addMultiple(BigInteger.ONE, wholeOrder);
        assertEquals(neutral, wholeOrder.encode());
    }

    /// `-Dcases.dir`: `ed25519/ed25519vectors.json` of github.com/C2SP/CCTV, all 914.
    @Test
    void bothImplementationsGiveOneVerdictOnThePublishedEdges() throws Exception {
        Path file = published("ed25519vectors.json");
        JsonArray vectors = (JsonArray) Json.parse(Bytes.copyOf(Files.readAllBytes(file)));
        int accepted = 0;
        int acceptedByBouncyCastleAlone = 0;
        for (Json vector : vectors.elements()) {
            JsonObject json = (JsonObject) vector;
            Edge edge = new Edge(
                    "published " + json.integer("number"),
                    Bytes.parseHex(json.text("key")),
                    Bytes.parseHex(json.text("sig")),
                    Bytes.utf8(json.text("msg")),
                    "");
            assertEquals(edge.byJdk(), edge.byBouncyCastle(), edge.name);
            assertEquals(edge.byJdk(), edge.byTable(), edge.name);
            accepted += edge.byJdk() ? 1 : 0;
            acceptedByBouncyCastleAlone += edge.byBouncyCastleAlone() ? 1 : 0;
        }
        assertEquals(914, vectors.elements().size());
        report(
                "cctv-ed25519",
                "JDK, BouncyCastle and the tables of keys agree on 914 of 914 edges, " + accepted
                        + " accepted; without our checks BouncyCastle accepts " + acceptedByBouncyCastleAlone);
    }

    /// `-Dcases.dir`: `testvectors_v1/ed25519_test.json` of github.com/C2SP/wycheproof.
    @Test
    void bothImplementationsGiveThePublishedVerdict() throws Exception {
        JsonObject file = Json.parseObject(Bytes.copyOf(Files.readAllBytes(published("ed25519_test.json"))));
        int tried = 0;
        for (Json group : file.array("testGroups")) {
            Bytes key = Bytes.parseHex(((JsonObject) group).object("publicKey").text("pk"));
            for (Json test : ((JsonObject) group).array("tests")) {
                JsonObject json = (JsonObject) test;
                Edge edge = new Edge(
                        json.toString(), key, Bytes.parseHex(json.text("sig")), Bytes.parseHex(json.text("msg")), "");
                assertEquals(json.text("result").equals("valid"), edge.byBouncyCastle(), edge.name);
                assertEquals(edge.byJdk(), edge.byBouncyCastle(), edge.name);
                assertEquals(edge.byJdk(), edge.byTable(), edge.name);
                tried++;
            }
        }
        report(
                "wycheproof-ed25519",
                "BouncyCastle, JDK and the tables of keys, " + tried + " of " + tried + " as published");
    }

    private static Path published(String name) throws IOException {
        String folder = System.getProperty("cases.dir", "");
        assumeTrue(!folder.isEmpty(), "no -Dcases.dir is given");
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            Optional<Path> found =
                    all.filter(file -> file.endsWith(name)).sorted().findFirst();
            assumeTrue(found.isPresent(), "no file " + name + " is below " + folder);
            return found.orElseThrow();
        }
    }

    private static void report(String set, String result) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/fault-report"));
        Files.writeString(
                folder.resolve("conformance-" + set + ".txt"), "Public vectors, " + set + ": " + result + "\n");
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
