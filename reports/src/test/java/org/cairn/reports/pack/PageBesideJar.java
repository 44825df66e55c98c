package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json.JsonObject;
import org.cairn.verifier.VerifyPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Holds verify.html, in a real browser, against the jar: two programs that share no line must say the same of every
/// pack.
@ExtendWith(PackToTamper.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageBesideJar {
    static final boolean LONG = "long".equals(System.getProperty("faults"));
    private static final long SEED = Long.getLong("page.seed", 30);
    private static final int ROUNDS = LONG ? 6 : 1;

    @TempDir
    Path temporary;

    private final TamperedPack pack;
    private Optional<TwoVerifiers> verifiers = Optional.empty();

    PageBesideJar(TamperedPack pack) {
        this.pack = pack;
    }

    /// The browser's, in lower case.
    abstract String name();

    /// Where it is installed; empty where it is not.
    abstract Optional<Path> program();

    abstract Browser start(Path program, Path profile) throws Exception;

    /// Every so many of the changed packs are shown to both.
    abstract int step();

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), name() + " is not installed");
        Path page = folder.resolve("verify.html");
        Files.write(page, VerifyPage.bytes().toByteArray());
        Browser browser = start(program.orElseThrow(), folder.resolve("profile"));
        verifiers = Optional.of(new TwoVerifiers(browser));
        browser.open(page);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (verifiers.isPresent()) {
            browser().stop();
        }
    }

    private TwoVerifiers verifiers() {
        return verifiers.orElseThrow();
    }

    final Browser browser() {
        return verifiers().browser();
    }

    private void report(String result) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/fault-report"));
        Files.writeString(
                folder.resolve("verify-page-" + name() + ".txt"), "verify.html beside the jar: " + result + "\n");
    }

    @Test
    void pageAndJarSayTheSameOfEveryDamagedForgedAndHostilePack() throws Exception {
        List<String> differing = new ArrayList<>();
        List<PackMutations.Mutation> all = PackMutations.of(pack, SEED, ROUNDS);
        int tried = 0;
        int foundByJar = 0;
        int foundByPage = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i % step() != 0) {
                continue;
            }
            Path zip = temporary.resolve("pack" + i + ".zip");
            Files.write(zip, all.get(i).zip().toByteArray());
            TwoVerifiers.Said jar = TwoVerifiers.jar(zip);
            TwoVerifiers.Said page = verifiers().page(zip);
            Files.delete(zip);
            tried++;
            foundByJar += jar.verdict().equals("intact") ? 0 : 1;
            foundByPage += page.verdict().equals("intact") ? 0 : 1;
            if (!jar.equals(page)) {
                differing.add(all.get(i).name() + "\n  jar  " + jar + "\n  page " + page);
            }
        }
        report(tried + " packs in " + name() + ", seed " + SEED + ": " + foundByJar
                + " refused, broken or incomplete by the jar, " + foundByPage + " by the page, " + differing.size()
                + " told differently");
        assertEquals(List.of(), differing);
        assertTrue(foundByJar > tried / 2, "too few of " + tried + " packs were damaged");
    }

    @Test
    void anIntactPackIsSaidToBeIntactWithTheRootThatWasGiven() throws Exception {
        Path zip = pack.folder().resolve("original.zip");
        String root = TwoVerifiers.byJar(zip).object("root").text("fingerprint");
        browser().evaluate("document.getElementById('fingerprint').value = '" + root + "'; ''");
        JsonObject given = verifiers().byPage(zip);
        assertEquals("intact", given.text("verdict"));
        assertTrue(given.object("root").flag("given"));
        assertEquals(
                TwoVerifiers.byJar(zip).object("checkpoint").text("root"),
                given.object("checkpoint").text("root"));
        browser().evaluate("document.getElementById('fingerprint').value = '" + "0".repeat(64) + "'; ''");
        assertEquals("broken", verifiers().byPage(zip).text("verdict"));
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
            assertEquals(TwoVerifiers.jar(zip), verifiers().page(zip));
        }
    }

    @Test
    void aTimeStampOverTheListOfFilesIsJudgedAsByTheJar() throws Exception {
        Path zip = temporary.resolve("stamped-sums.zip");
        pack.sample().stampingWriter().write(pack.sample().stampedContent(Language.EN), zip);
        Map<String, Bytes> files = PackZip.read(zip);
        String stamp = "SHA256SUMS.p7s.tsr";
        Bytes token = Objects.requireNonNull(files.get(stamp));
        assertEquals("intact", TwoVerifiers.jar(zip).verdict());
        assertEquals(TwoVerifiers.jar(zip), verifiers().page(zip));
        assertTrue(TwoVerifiers.byJar(zip).array("notes").toString().contains("not checked by this program"));
        Map<String, Bytes> changed = new TreeMap<>(files);
        changed.put(stamp, token.slice(0, 100));
        assertJudgedAlike("broken", changed);
        changed.put("SHA256SUMS.p7s", pack.file("SHA256SUMS.p7s"));
        changed.put(stamp, token);
        assertJudgedAlike("broken", changed);
        changed = new TreeMap<>(files);
        changed.remove(stamp);
        assertJudgedAlike("incomplete", changed);
        changed = new TreeMap<>(pack.copy());
        changed.put(stamp, token);
        assertJudgedAlike("broken", changed);
    }

    private void assertJudgedAlike(String verdict, Map<String, Bytes> files) throws Exception {
        Path zip = PackZip.write(temporary.resolve("stamp-changed.zip"), files);
        TwoVerifiers.Said jar = TwoVerifiers.jar(zip);
        assertEquals(verdict, jar.verdict(), jar.toString());
        assertEquals(jar, verifiers().page(zip));
    }

    @Test
    void aStatementOfApplicabilityIsJudgedAsByTheJar() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("soa.pdf", pack.file("soa.pdf").concat(Bytes.utf8("\n%%EOF\n")));
        PackZip.resign(files, pack.sample().signer());
        Path zip = PackZip.write(temporary.resolve("statement.zip"), files);
        TwoVerifiers.Said jar = TwoVerifiers.jar(zip);
        assertEquals("broken", jar.verdict());
        assertEquals(jar, verifiers().page(zip));
    }

    /// What Excel draws and names lies in parts of their own.
    @Test
    void aWorkbookWithAnotherChartOrTableIsNamedAsByTheJar() throws Exception {
        Path workbook = Files.write(
                temporary.resolve("workbook.xlsx"), pack.file("workbook.xlsx").toByteArray());
        for (String part : List.of("xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/drawings/drawing1.xml")) {
            Map<String, Bytes> parts = PackZip.read(workbook);
            Bytes written = Objects.requireNonNull(parts.get(part), part);
            parts.put(part, PackZip.flip(written, written.size() - 1));
            Map<String, Bytes> files = pack.copy();
            files.put(
                    "workbook.xlsx",
                    Bytes.copyOf(Files.readAllBytes(PackZip.write(temporary.resolve("other.xlsx"), parts))));
            Path zip = PackZip.write(temporary.resolve("other.zip"), files);
            TwoVerifiers.Said jar = TwoVerifiers.jar(zip);
            assertEquals(1, jar.defects().size(), jar.toString());
            assertTrue(jar.defects().getFirst().startsWith("workbook.xlsx "), jar.toString());
            assertEquals(jar, verifiers().page(zip));
        }
    }

    @Test
    void runsOfOtherHostsAreJudgedAsByTheJar() throws Exception {
        SampleHostRuns.Written runs = SampleHostRuns.write(Files.createDirectory(temporary.resolve("host-runs")));
        TwoVerifiers.Said jar = TwoVerifiers.jar(runs.zip());
        assertEquals(jar, verifiers().page(runs.zip()));
        assertTrue(jar.defects().size() >= runs.lies().size(), jar.toString());
    }

    @Test
    void reviewsOfAuditorsAreJudgedAsByTheJar() throws Exception {
        SampleReviews.Written reviews = SampleReviews.write(Files.createDirectory(temporary.resolve("reviews")));
        TwoVerifiers.Said jar = TwoVerifiers.jar(reviews.zip());
        assertEquals(jar, verifiers().page(reviews.zip()));
        assertTrue(jar.defects().size() >= reviews.lies().size(), jar.toString());
    }

    @Test
    void bothLanguagesAreThere() throws Exception {
        verifiers().byPage(pack.folder().resolve("original.zip"));
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
}
