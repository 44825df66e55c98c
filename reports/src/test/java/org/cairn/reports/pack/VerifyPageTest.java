package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519Verification;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.authority.Role;
import org.cairn.proof.authority.Rules;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;
import org.cairn.verifier.VerifyPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Holds verify.html, in a real browser, against the jar: two programs that share no line must say the same of every
/// pack.
@ExtendWith(PackToTamper.class)
class VerifyPageTest {
    private static final boolean LONG = "long".equals(System.getProperty("faults"));
    private static final long SEED = Long.getLong("page.seed", 30);
    private static final int ROUNDS = LONG ? 6 : 1;
    /// In the short form every so many of the changed packs are shown to both.
    private static final int STEP = LONG ? 1 : 8;

    /// What the JDK says of certificates, revocation lists, deflate and times ends some sentences; the page has its
    /// own words there.
    private static final Pattern JDK_WORDS = Pattern.compile("(?s)(damaged: |the certificates cannot be read: "
            + "|to the root at \\S+: |is not a revocation list: |is not a revocation list by the root: "
            + "|is not a workbook: |cannot be verified: |could not be parsed).*");

    private static final String ENDED =
            "new Promise((told) => { const look = () => document.body.dataset.state === 'done'"
                    + " ? told(document.getElementById('json').textContent) : setTimeout(look, 5); look(); })";

    @TempDir
    static Path temporary;

    private static Optional<Chromium> chromium = Optional.empty();

    private final TamperedPack pack;

    VerifyPageTest(TamperedPack pack) {
        this.pack = pack;
    }

    /// What a verifier said, in a form that can be compared.
    private record Said(String verdict, SortedSet<String> defects, SortedSet<String> missing, String problem) {
        static Said of(JsonObject json, String zip) throws MalformedJson {
            SortedSet<String> defects = new TreeSet<>();
            for (Json each : json.array("defects")) {
                JsonObject defect = (JsonObject) each;
                String entry = switch (defect.member("entry").orElseThrow()) {
                    case Json.JsonNumber(String literal) -> literal;
                    case Json.JsonText(String value) -> value;
                    default -> "";
                };
                defects.add(defect.text("file") + " (" + entry + "): "
                        + JDK_WORDS.matcher(defect.text("problem")).replaceFirst("$1"));
            }
            SortedSet<String> missing = new TreeSet<>();
            json.array("missing").forEach(each -> missing.add(((Json.JsonText) each).value()));
            Json problem = json.member("problem").orElse(new JsonNull());
            String refused =
                    problem instanceof Json.JsonText(String text) ? text.replaceFirst(".*" + zip + ": ", "") : "";
            return new Said(json.text("verdict"), defects, missing, refused);
        }
    }

    @BeforeAll
    static void startChromium() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "chromium is not installed (Debian package chromium)");
        Path page = temporary.resolve("verify.html");
        Files.write(page, VerifyPage.bytes().toByteArray());
        Chromium browser = Chromium.start(program.orElseThrow(), temporary.resolve("profile"));
        chromium = Optional.of(browser);
        browser.open(page);
    }

    @AfterAll
    static void stopChromium() throws InterruptedException {
        if (chromium.isPresent()) {
            chromium.get().stop();
        }
    }

    private static Chromium browser() {
        return chromium.orElseThrow();
    }

    private static JsonObject byPage(Path zip) throws Exception {
        browser().evaluate("document.body.dataset.state = document.getElementById('pack').value = ''");
        browser().choose("#pack", zip);
        return Json.parseObject(Bytes.utf8(browser().evaluate(ENDED)));
    }

    private static JsonObject byJar(Path zip) throws MalformedJson {
        try {
            return Json.parseObject(Bytes.utf8(PackVerification.verify(zip).json(Instant.EPOCH)));
        } catch (RefusedInput e) {
            return Json.object()
                    .with("verdict", "refused")
                    .with("defects", List.of())
                    .with("missing", List.of())
                    .with("problem", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    @Test
    void pageAndJarSayTheSameOfEveryDamagedForgedAndHostilePack() throws Exception {
        List<String> differing = new ArrayList<>();
        List<PackMutations.Mutation> all = PackMutations.of(pack, SEED, ROUNDS);
        int tried = 0;
        int foundByJar = 0;
        int foundByPage = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i % STEP != 0) {
                continue;
            }
            Path zip = temporary.resolve("pack" + i + ".zip");
            Files.write(zip, all.get(i).zip().toByteArray());
            Said jar = Said.of(byJar(zip), "pack" + i + ".zip");
            Said page = Said.of(byPage(zip), "pack" + i + ".zip");
            Files.delete(zip);
            tried++;
            foundByJar += jar.verdict().equals("intact") ? 0 : 1;
            foundByPage += page.verdict().equals("intact") ? 0 : 1;
            if (!jar.equals(page)) {
                differing.add(all.get(i).name() + "\n  jar  " + jar + "\n  page " + page);
            }
        }
        report(tried + " packs, seed " + SEED + ": " + foundByJar + " refused, broken or incomplete by the jar, "
                + foundByPage + " by the page, " + differing.size() + " told differently");
        assertEquals(List.of(), differing);
        assertTrue(foundByJar > tried / 2, "too few of " + tried + " packs were damaged");
    }

    private static void report(String result) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/fault-report"));
        Files.writeString(folder.resolve("verify-page.txt"), "verify.html beside the jar: " + result + "\n");
    }

    @Test
    void anIntactPackIsSaidToBeIntactWithTheRootThatWasGiven() throws Exception {
        Path zip = pack.folder().resolve("original.zip");
        String root = byJar(zip).object("root").text("fingerprint");
        browser().evaluate("document.getElementById('fingerprint').value = '" + root + "'; ''");
        JsonObject given = byPage(zip);
        assertEquals("intact", given.text("verdict"));
        assertTrue(given.object("root").flag("given"));
        assertEquals(
                byJar(zip).object("checkpoint").text("root"),
                given.object("checkpoint").text("root"));
        browser().evaluate("document.getElementById('fingerprint').value = '" + "0".repeat(64) + "'; ''");
        assertEquals("broken", byPage(zip).text("verdict"));
        browser().evaluate("document.getElementById('fingerprint').value = ''; ''");
    }

    @Test
    void aTimeStampBesideTheReportsSignatureIsJudgedAsByTheJar() throws Exception {
        Digest other = Digest.sha256(Bytes.empty());
        for (UnaryOperator<Digest> stamp : List.<UnaryOperator<Digest>>of(digest -> digest, _ -> other)) {
            Map<String, Bytes> files = pack.copy();
            files.put("report.pdf", pack.sample().stampedReport(stamp));
            PackZip.resign(files, pack.sample().signer());
            Path zip = PackZip.write(temporary.resolve("stamped.zip"), files);
            assertEquals(Said.of(byJar(zip), "stamped.zip"), Said.of(byPage(zip), "stamped.zip"));
        }
    }

    @Test
    void runsOfOtherHostsAreJudgedAsByTheJar() throws Exception {
        SampleHostRuns.Written runs = SampleHostRuns.write(Files.createDirectory(temporary.resolve("host-runs")));
        Said jar = Said.of(byJar(runs.zip()), "runs.zip");
        assertEquals(jar, Said.of(byPage(runs.zip()), "runs.zip"));
        assertTrue(jar.defects().size() >= runs.lies().size(), jar.toString());
    }

    @Test
    void bothLanguagesAreThere() throws Exception {
        byPage(pack.folder().resolve("original.zip"));
        browser().evaluate("document.getElementById('english').click(); ''");
        String english = browser().evaluate("document.querySelector('#verdict h2').textContent");
        browser().evaluate("document.getElementById('german').click(); ''");
        assertEquals("✓ Intact", english);
        assertEquals("✓ Unversehrt", browser().evaluate("document.querySelector('#verdict h2').textContent"));
        browser().evaluate("document.getElementById('english').click(); ''");
    }

    @Test
    void thePageCanReachNobody() throws Exception {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody.setSoTimeout(300);
            String address = "http://127.0.0.1:" + nobody.getLocalPort() + "/";
            String said = browser().evaluate("fetch('" + address + "').then(() => 'reached', () => 'refused')");
            browser()
                    .evaluate("new Promise((done) => { const image = new Image(); image.onerror = () => done('');"
                            + " image.onload = () => done(''); image.src = '" + address + "'; })");
            assertEquals("refused", said);
            assertThrows(SocketTimeoutException.class, nobody::accept);
        }
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
    private static String ed25519(Bytes key, Bytes message, Bytes signature) throws Exception {
        return browser()
                .evaluate("(async () => { const c = CairnVerifier.crypto; const [k, m, s] = ['" + key.hex()
                        + "', '" + message.hex() + "', '" + signature.hex() + "'].map(c.parseHex); return String(await"
                        + " c.ed25519Verifies(true, k, m, s)) + await c.ed25519Verifies(false, k, m, s); })()");
    }

    private static void assertSameVerdict(Bytes key, Bytes message, Bytes signature, String name) throws Exception {
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
