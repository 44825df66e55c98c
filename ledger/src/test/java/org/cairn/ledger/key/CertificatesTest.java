package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What openssl says of the certificates and lists that a workspace issues.
class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LATER = NOW.plus(30, ChronoUnit.DAYS).getEpochSecond();

    @TempDir
    private Path folder = Path.of("");

    private List<Keyring> made = List.of();

    @BeforeEach
    void create() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Passphrase passphrase = Passphrase.of("correct horse".toCharArray());
        made = List.of(Keyring.create(folder.resolve("keys"), passphrase, "example.org/acme", "Ada", RANDOM, CLOCK));
        Files.writeString(
                folder.resolve("root.pem"),
                CertificateRequests.pem(List.of(keyring().documents().root())).asUtf8());
    }

    @AfterEach
    void close() {
        made.forEach(Keyring::close);
    }

    private Keyring keyring() {
        return made.getFirst();
    }

    private record Said(int exit, String words) {}

    private Said openssl(String... arguments) throws Exception {
        Path out = folder.resolve("said.txt");
        Process tool = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int exit = tool.waitFor();
        return new Said(exit, Files.readString(out, StandardCharsets.UTF_8));
    }

    private Said verify(String certificate) throws Exception {
        Files.write(
                folder.resolve("list.der"),
                keyring().authority().revocationList(CLOCK).toByteArray());
        assertEquals(
                0,
                openssl("crl", "-inform", "DER", "-in", "list.der", "-out", "list.pem")
                        .exit());
        return openssl(
                "verify",
                "-attime",
                Long.toString(LATER),
                "-crl_check",
                "-CRLfile",
                "list.pem",
                "-CAfile",
                "root.pem",
                certificate);
    }

    private BigInteger serialOf(String name) throws KeyException {
        return keyring().authority().issued().stream()
                .filter(one -> one.subject().contains(name))
                .map(IssuedCertificate::serial)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec -pkeyopt ec_paramgen_curve:P-256", "rsa:3072"})
    void aRequestMadeByOpensslElsewhereIsCertifiedAndARevokedCertificateIsRefused(String key) throws Exception {
        Files.createDirectories(folder.resolve("x"));
        String[] arguments =
                ("req -new -newkey " + key + " -nodes -keyout x/key.pem -out request.pem -subj /CN=Ben").split(" ");
        assertEquals(0, openssl(arguments).exit());
        Bytes request = Bytes.copyOf(Files.readAllBytes(folder.resolve("request.pem")));
        Files.write(
                folder.resolve("ben.pem"),
                keyring()
                        .authority()
                        .certify(request, "request.pem", RANDOM, CLOCK)
                        .toByteArray());

        Said good = verify("ben.pem");
        assertTrue(good.words().contains("ben.pem: OK"), good.words());
        keyring().authority().revoke(serialOf("Ben"), RevocationReason.KEY_COMPROMISE, CLOCK);
        Said bad = verify("ben.pem");
        assertTrue(bad.words().contains("certificate revoked"), bad.words());
        Said list = openssl("crl", "-in", "list.pem", "-noout", "-text");
        assertTrue(list.words().contains("Key Compromise"), list.words());
    }

    @Test
    void anotherWorkspacesRequestIsCertifiedWithTheNameOfItsPerson() throws Exception {
        Passphrase passphrase = Passphrase.of("other horse".toCharArray());
        try (Keyring other =
                Keyring.create(folder.resolve("other"), passphrase, "example.org/b", "Ben Other", RANDOM, CLOCK)) {
            Files.write(folder.resolve("r.pem"), other.authority().request().toByteArray());
            assertTrue(
                    openssl("req", "-in", "r.pem", "-noout", "-verify").words().contains("OK"));
            Bytes chain = keyring().authority().certify(other.authority().request(), "r.pem", RANDOM, CLOCK);
            Files.write(folder.resolve("ben.pem"), chain.toByteArray());
        }
        assertTrue(verify("ben.pem").words().contains("ben.pem: OK"));
    }

    @Test
    void aRequestThatWasChangedOrAsksForAWeakKeyIsRefusedInWords() throws Exception {
        assertThrows(
                KeyException.class,
                () -> keyring().authority().certify(Bytes.utf8("no request"), "r.pem", RANDOM, CLOCK));
        openssl(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "weak.pem",
                "-subj",
                "/CN=B");
        Bytes weak = Bytes.copyOf(Files.readAllBytes(folder.resolve("weak.pem")));
        KeyException refusal =
                assertThrows(KeyException.class, () -> keyring().authority().certify(weak, "weak.pem", RANDOM, CLOCK));
        assertTrue(refusal.getMessage().contains("neither P-256 nor RSA"), refusal.getMessage());
        String good = keyring().authority().request().asUtf8();
        int middle = good.length() / 2;
        char other = good.charAt(middle) == 'A' ? 'B' : 'A';
        Bytes changed = Bytes.utf8(good.substring(0, middle) + other + good.substring(middle + 1));
        assertThrows(KeyException.class, () -> keyring().authority().certify(changed, "r.pem", RANDOM, CLOCK));
        assertEquals(2, keyring().authority().issued().size());
    }

    @Test
    void theNumberOfTheListGrowsEvenWhereTheClockStandsStill() throws Exception {
        verify("root.pem");
        Said first = openssl("crl", "-in", "list.pem", "-noout", "-crlnumber");
        verify("root.pem");
        Said second = openssl("crl", "-in", "list.pem", "-noout", "-crlnumber");
        assertEquals("crlNumber=0x01", first.words().strip());
        assertEquals("crlNumber=0x02", second.words().strip());
    }

    @Test
    void aRenewedCertificateIsOfTheSameKeyAndAReplacedKeyIsRevoked() throws Exception {
        X509Certificate old = keyring().documents().certificate();
        keyring().authority().renewOwn(RANDOM, InstantSource.fixed(NOW.plusSeconds(60)));
        X509Certificate renewed = keyring().documents().certificate();
        assertEquals(old.getPublicKey(), renewed.getPublicKey());
        assertNotEquals(old.getSerialNumber(), renewed.getSerialNumber());
        keyring().authority().replaceOwn(DocumentKeyType.RSA_3072, RANDOM, CLOCK);
        Files.writeString(
                folder.resolve("renewed.pem"),
                CertificateRequests.pem(List.of(renewed)).asUtf8());
        Files.writeString(
                folder.resolve("new.pem"),
                CertificateRequests.pem(List.of(keyring().documents().certificate()))
                        .asUtf8());
        assertTrue(verify("renewed.pem").words().contains("certificate revoked"));
        assertTrue(verify("new.pem").words().contains("new.pem: OK"));
        assertEquals("RSA", keyring().documents().privateKey().getAlgorithm());
    }

    @Test
    void aCertificateIsRevokedOnceAndOnlyWhereItWasIssued() throws Exception {
        BigInteger serial = serialOf("CN=Ada");
        keyring().authority().revoke(serial, RevocationReason.SUPERSEDED, CLOCK);
        assertThrows(
                KeyException.class, () -> keyring().authority().revoke(serial, RevocationReason.SUPERSEDED, CLOCK));
        assertThrows(
                KeyException.class,
                () -> keyring().authority().revoke(BigInteger.TWO, RevocationReason.SUPERSEDED, CLOCK));
    }
}
