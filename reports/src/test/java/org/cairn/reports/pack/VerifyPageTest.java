package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Verification;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.authority.Role;
import org.cairn.proof.authority.Rules;
import org.junit.jupiter.api.Test;

/// In Chromium, with the page's own cryptography and rules besides.
class VerifyPageTest extends PageBesideJar {
    VerifyPageTest(TamperedPack pack) {
        super(pack);
    }

    @Override
    String name() {
        return "chromium";
    }

    @Override
    Optional<Path> program() {
        return Chromium.installed();
    }

    @Override
    Browser start(Path program, Path profile) throws Exception {
        return Chromium.start(program, profile);
    }

    @Override
    int step() {
        return LONG ? 1 : 8;
    }

    @Test
    void theRulesOfWhoMayRecordWhatAreThoseOfTheJar() throws Exception {
        String page = browser().evaluate("CairnVerifier.rules().sort().join('\\n')");
        String jar = Rules.table().entrySet().stream()
                .map(rule -> (rule.getKey() + ": "
                                + rule.getValue().signers().stream()
                                        .sorted()
                                        .map(Role::name)
                                        .collect(Collectors.joining(","))
                                + " "
                                + rule.getValue().decisive().map(Role::name).orElse(""))
                        .strip())
                .sorted()
                .collect(Collectors.joining("\n"));
        assertEquals(jar, page);
    }

    /// Once by the page's own code, once by the browser's behind the page's checks.
    private String ed25519(Bytes key, Bytes message, Bytes signature) throws Exception {
        return browser()
                .evaluate("(async () => { const c = CairnVerifier.crypto; const [k, m, s] = ['" + key.hex()
                        + "', '" + message.hex() + "', '" + signature.hex() + "'].map(c.parseHex); return String(await"
                        + " c.ed25519Verifies(true, k, m, s)) + await c.ed25519Verifies(false, k, m, s); })()");
    }

    private void assertSameVerdict(Bytes key, Bytes message, Bytes signature, String name) throws Exception {
        boolean jar = Ed25519Verification.verify(key, message, signature);
        assertEquals(String.valueOf(jar) + jar, ed25519(key, message, signature), name);
    }

    /// The selection that holds JDK and BouncyCastle together: key, signature, message and flags of each.
    @Test
    void edgesOfEd25519HaveTheVerdictOfTheJar() throws Exception {
        int accepted = 0;
        for (String line :
                Files.readAllLines(Path.of("../ledger/src/test/cases/ed25519/edges.txt"), StandardCharsets.UTF_8)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(" ", -1);
            Bytes message = Bytes.parseHex(columns[3]);
            Bytes key = Bytes.parseHex(columns[1]);
            Bytes signature = Bytes.parseHex(columns[2]);
            assertSameVerdict(key, message, signature, line);
            accepted += Ed25519Verification.verify(key, message, signature) ? 1 : 0;
        }
        assertNotEquals(0, accepted);
    }

    /// `-Dcases.dir`: github.com/C2SP/wycheproof, `testvectors_v1/ed25519_test.json`.
    @Test
    void publishedEd25519VectorsHaveTheirVerdict() throws Exception {
        int tried = 0;
        for (Json each : published("ed25519_test.json").array("testGroups")) {
            JsonObject group = (JsonObject) each;
            Bytes key = Bytes.parseHex(group.object("publicKey").text("pk"));
            for (Json test : group.array("tests")) {
                JsonObject vector = (JsonObject) test;
                String expected = String.valueOf(vector.text("result").equals("valid"));
                assertEquals(
                        expected + expected,
                        ed25519(key, Bytes.parseHex(vector.text("msg")), Bytes.parseHex(vector.text("sig"))),
                        vector.text("comment"));
                tried++;
            }
        }
        assertTrue(tried > 100);
    }

    /// `-Dcases.dir`: github.com/C2SP/wycheproof, `testvectors_v1/mldsa_44_verify_test.json`, those without a context.
    @Test
    void publishedMlDsa44VectorsHaveTheirVerdict() throws Exception {
        int tried = 0;
        for (Json each : published("mldsa_44_verify_test.json").array("testGroups")) {
            JsonObject group = (JsonObject) each;
            for (Json test : group.array("tests")) {
                JsonObject vector = (JsonObject) test;
                if (vector.member("ctx").isPresent()) {
                    continue;
                }
                String arguments = Stream.of(group.text("publicKey"), vector.text("msg"), vector.text("sig"))
                        .map(hex -> "CairnVerifier.crypto.parseHex('" + hex + "')")
                        .collect(Collectors.joining(", "));
                boolean jar = MlDsa44.verify(
                        Bytes.parseHex(group.text("publicKey")),
                        Bytes.parseHex(vector.text("msg")),
                        Bytes.parseHex(vector.text("sig")));
                assertEquals(
                        String.valueOf(jar),
                        browser().evaluate("String(CairnVerifier.crypto.mlDsa44Verifies(" + arguments + "))"),
                        vector.text("comment"));
                tried++;
            }
        }
        assertTrue(tried > 100);
    }

    private static JsonObject published(String name) throws Exception {
        String folder = System.getProperty("cases.dir", "");
        assumeTrue(!folder.isEmpty(), "no -Dcases.dir is given");
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            Optional<Path> found = all.filter(file -> file.endsWith(name)).findFirst();
            assumeTrue(found.isPresent(), "no file " + name + " is below " + folder);
            return Json.parseObject(Bytes.copyOf(Files.readAllBytes(found.orElseThrow())));
        }
    }
}
