package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path parent = Path.of("");

    private final Totp totp = Totp.random(RANDOM);
    private Path dir = Path.of("");
    private RecoveryCode code = RecoveryCode.random(RANDOM);

    /// RFC 6238 appendix B, the rows for SHA-1; the secret there is the ASCII text 12345678901234567890.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String expected) {
        Totp known = new Totp(Bytes.utf8("12345678901234567890"));
        assertEquals(expected, known.code(Totp.step(Instant.ofEpochSecond(seconds)), 8));
        assertEquals(expected.substring(2), known.codeAt(Instant.ofEpochSecond(seconds)));
    }

    @Test
    void aDeviceReadsTheSecretFromTheUri() {
        Totp known = new Totp(Bytes.utf8("12345678901234567890"));
        assertEquals(
                "otpauth://totp/Cairn:person-1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cairn&algorithm=SHA1"
                        + "&digits=6&period=30",
                known.uri("person-1"));
    }

    @BeforeEach
    void create() throws KeyException {
        dir = parent.resolve("keys");
        InstantSource clock = InstantSource.fixed(NOW.minusSeconds(600));
        try (Keyring keyring = Keyring.create(dir, secret(), "example.org/acme", "Ada", RANDOM, clock)) {
            code = keyring.recoveryCode().orElseThrow();
            assertThrows(UnlockRefused.class, () -> keyring.enableTotp(totp, "abc", clock));
            keyring.enableTotp(totp, totp.codeAt(clock.instant()), clock);
        }
    }

    private static Passphrase secret() {
        return Passphrase.of("correct horse".toCharArray());
    }

    private void open(Optional<String> typed, Instant at) throws KeyException {
        Keyring.open(
                        dir,
                        new PassphraseUnlock(Optional.empty(), PersonSecrets.of(secret()), typed),
                        InstantSource.fixed(at))
                .close();
    }

    private Reason refusal(Optional<String> typed, Instant at) {
        return assertThrows(UnlockRefused.class, () -> open(typed, at)).reason();
    }

    private Optional<String> shown(Instant at) {
        return Optional.of(totp.codeAt(at));
    }

    private String wrong(Instant at) {
        String right = totp.codeAt(at);
        return (right.charAt(0) == '0' ? '1' : '0') + right.substring(1, 5) + (right.charAt(5) == '0' ? '1' : '0');
    }

    @Test
    void theCodeOfTheMomentOpensOnceAndOneStepOffCounts() throws Exception {
        assertEquals(Reason.TOTP_NEEDED, refusal(Optional.empty(), NOW));
        open(shown(NOW.minusSeconds(30)), NOW);
        open(shown(NOW), NOW);
        assertEquals(Reason.TOTP_WRONG, refusal(shown(NOW), NOW));
        assertEquals(Reason.TOTP_WRONG, refusal(shown(NOW.minusSeconds(30)), NOW));
        open(shown(NOW.plusSeconds(30)), NOW);
        assertEquals(Reason.TOTP_WRONG, refusal(shown(NOW.plusSeconds(30)), NOW.plusSeconds(30)));
        assertEquals(Reason.TOTP_WRONG, refusal(shown(NOW.plusSeconds(300)), NOW.plusSeconds(120)));
    }

    @Test
    void guessingIsSlowed() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertEquals(Reason.TOTP_WRONG, refusal(Optional.of(wrong(NOW)), NOW));
        }
        assertEquals(Reason.WAIT, refusal(shown(NOW), NOW.plusSeconds(3)));
        open(shown(NOW), NOW.plusSeconds(4));
        assertEquals(Reason.TOTP_WRONG, refusal(Optional.of(wrong(NOW)), NOW.plusSeconds(5)));
    }

    @Test
    void theMemoryOfUsedCodesIsNeitherChangedNorTakenAwayUnnoticed() throws Exception {
        Path file;
        try (var files = Files.list(dir.resolve("people"))) {
            file = files.filter(each -> each.toString().endsWith(".totp"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] good = Files.readAllBytes(file);
        for (int trial = 0; trial < 4; trial++) {
            byte[] bad = good.clone();
            bad[good.length * trial / 4] ^= 0x10;
            Files.write(file, bad);
            assertThrows(KeyException.class, () -> open(shown(NOW), NOW));
        }
        Files.delete(file);
        assertThrows(KeyException.class, () -> open(shown(NOW), NOW));
        Files.write(file, good);
        open(shown(NOW), NOW);
    }

    @Test
    void theRecoveryCodeAsksForNoDigitsAndSwitchingThemOffEndsThem() throws Exception {
        Keyring.open(dir, new RecoveryUnlock(code), InstantSource.fixed(NOW)).close();
        assertTrue(Keyring.waysIn(dir).getFirst().totp());
        PassphraseUnlock unlock = new PassphraseUnlock(Optional.empty(), PersonSecrets.of(secret()), shown(NOW));
        try (Keyring keyring = Keyring.open(dir, unlock, InstantSource.fixed(NOW))) {
            keyring.disableTotp();
        }
        open(Optional.empty(), NOW);
    }
}
