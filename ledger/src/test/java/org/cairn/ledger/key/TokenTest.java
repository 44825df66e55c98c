package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.TokenUnlock;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With SoftHSM2, a token in software.
class TokenTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T04:00:00Z"));
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path parent = Path.of("");

    private Path dir = Path.of("");

    private static final Map<String, TokenAccess> TOKENS = new HashMap<>();

    @BeforeAll
    static void makeTokens() throws Exception {
        for (String label : List.of("opens", "absent", "right", "other", "left", "locked", "again")) {
            TOKENS.put(label, SoftToken.make(parent, label));
        }
    }

    private static TokenAccess token(String label) {
        return Optional.ofNullable(TOKENS.get(label)).orElseThrow();
    }

    @BeforeEach
    void freshFolder() {
        dir = parent.resolve("keys" + RANDOM.nextInt(Integer.MAX_VALUE));
    }

    private static Passphrase secret(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private Keyring create() throws KeyException {
        return Keyring.create(dir, secret("correct horse"), "example.org/acme", "Ada Example", RANDOM, CLOCK);
    }

    private Reason refusal(TokenAccess access) {
        return assertThrows(UnlockRefused.class, () -> Keyring.open(dir, new TokenUnlock(access), CLOCK))
                .reason();
    }

    @Test
    void aTokenOpensTheWorkspaceAndSignsDocumentsWithAKeyThatStaysInIt() throws Exception {
        TokenAccess access = token("opens");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
            assertSigns(keyring.documents());
        }
        try (Keyring opened = Keyring.open(dir, new TokenUnlock(access), CLOCK)) {
            assertEquals(Optional.of(opened.publicKeys().person().keyId()), opened.unlockedBy());
            assertSigns(opened.documents());
            assertTrue(
                    Optional.ofNullable(opened.documents().privateKey().getEncoded())
                            .isEmpty(),
                    "the key does not leave the token");
        }
    }

    private static void assertSigns(DocumentKey key) throws Exception {
        Bytes content = Bytes.utf8("report");
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(key.certificate());
        check.update(content.toByteArray());
        assertTrue(check.verify(key.sign(content).toByteArray()));
    }

    @Test
    void withoutTheTokenThePersonWorksAndSaysThatDocumentsCannotBeSigned() throws Exception {
        TokenAccess access = token("absent");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
        }
        try (Keyring opened = Keyring.open(dir, PassphraseUnlock.of(secret("correct horse")), CLOCK)) {
            opened.person().sign("text/plain", Bytes.utf8("answer"));
            KeyException refusal =
                    assertThrows(KeyException.class, () -> opened.documents().sign(Bytes.utf8("report")));
            assertTrue(refusal.getMessage().contains("lies in the token"), refusal.getMessage());
        }
    }

    @Test
    void aWrongPinAnotherTokenAndAnAbsentLibraryAreRefusedInWords() throws Exception {
        TokenAccess access = token("right");
        TokenAccess other = token("other");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
        }
        assertEquals(Reason.TOKEN, refusal(new TokenAccess(access.module(), access.slot(), secret("9999"))));
        assertEquals(Reason.TOKEN, refusal(other));
        assertEquals(Reason.TOKEN, refusal(new TokenAccess(access.module(), 12345, access.pin())));
        assertEquals(Reason.TOKEN, refusal(new TokenAccess(Path.of("/absent.so"), access.slot(), access.pin())));
    }

    @Test
    void aTokenThatWasLeftOpensNothing() throws Exception {
        TokenAccess access = token("left");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
            keyring.leaveToken(RANDOM, CLOCK);
            assertSigns(keyring.documents());
        }
        assertEquals(Reason.TOKEN, refusal(access));
        try (Keyring opened = Keyring.open(dir, PassphraseUnlock.of(secret("correct horse")), CLOCK)) {
            assertSigns(opened.documents());
        }
    }

    @Test
    void aLockedKeyringLetsTheTokenGo() throws Exception {
        TokenAccess access = token("locked");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
            DocumentKey before = keyring.documents();
            keyring.lock();
            assertThrows(KeyException.class, () -> before.sign(Bytes.utf8("late")));
            keyring.unlock(new TokenUnlock(access), CLOCK);
            assertSigns(keyring.documents());
        }
    }

    @Test
    void whoUnlocksAnOpenKeyringByTheSameTokenSignsDocumentsAndIsAskedForThePin() throws Exception {
        TokenAccess access = token("again");
        try (Keyring keyring = create()) {
            keyring.useToken(access, RANDOM, CLOCK);
            keyring.unlock(new TokenUnlock(access), CLOCK);
            assertSigns(keyring.documents());
            keyring.unlock(new TokenUnlock(access), CLOCK);
            assertSigns(keyring.documents());
            TokenAccess wrongPin = new TokenAccess(access.module(), access.slot(), secret("9999"));
            assertThrows(UnlockRefused.class, () -> keyring.unlock(new TokenUnlock(wrongPin), CLOCK));
            assertTrue(keyring.isLocked(), "a PIN that does not fit opens nothing, and nobody is at work");
        }
    }
}
