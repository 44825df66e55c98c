package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.KeyId;
import org.cairn.proof.Merkle;
import org.cairn.proof.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T04:00:00Z"));
    private static final String ORIGIN = "example.org/acme";
    private static final PersonSecrets ADA = secrets("correct horse");
    private static final PersonSecrets BEN = secrets("battery staple");

    private final SecureRandom random = new SecureRandom();
    private final List<Keyring> made = new ArrayList<>();

    @TempDir
    private Path parent = Path.of("");

    private Path dir = Path.of("");

    @BeforeEach
    void create() throws KeyException {
        dir = parent.resolve("keys");
        made.add(Keyring.create(dir, ADA.passphrase(), ORIGIN, "Ada Example", random, CLOCK));
    }

    @AfterEach
    void close() {
        made.forEach(Keyring::close);
    }

    private Keyring keyring() {
        return made.getFirst();
    }

    private static PersonSecrets secrets(String passphrase) {
        return PersonSecrets.of(Passphrase.of(passphrase.toCharArray()));
    }

    private static Unlock as(KeyId holder, PersonSecrets secrets) {
        return new PassphraseUnlock(Optional.of(holder), secrets, Optional.empty());
    }

    private Person addBen() throws KeyException {
        try (AddedPerson added = keyring().addPerson(NewPerson.of("Ben Other", BEN), random, CLOCK)) {
            return added.person();
        }
    }

    private KeyId ada() {
        return keyring().publicKeys().person().keyId();
    }

    private Reason refusal(Unlock unlock) {
        return assertThrows(UnlockRefused.class, () -> Keyring.open(dir, unlock, CLOCK))
                .reason();
    }

    @Test
    void twoPeopleOpenOneWorkspaceEachWithTheirOwnPassphraseAndKeys() throws Exception {
        Person ben = addBen();
        Bytes wrapped = keyring().wrap(Bytes.utf8("text"), Bytes.utf8("payload"));
        try (Keyring opened = Keyring.open(dir, as(ben.holder(), BEN), CLOCK)) {
            assertEquals(Optional.of(ben.holder()), opened.unlockedBy());
            assertEquals(ben.key(), opened.person().publicKey());
            assertNotEquals(keyring().person().keyId(), opened.person().keyId());
            assertEquals(Bytes.utf8("text"), opened.unwrap(wrapped, Bytes.utf8("payload")));
            assertEquals(
                    "CN=Ben Other",
                    opened.documents().certificate().getSubjectX500Principal().getName());
            assertEquals(keyring().publicKeys(), opened.publicKeys());
        }
        assertEquals(
                List.of("Ada Example", "Ben Other"),
                keyring().people().stream().map(Person::name).toList());
        assertEquals(
                List.of("person-1", "person-2"),
                Keyring.waysIn(dir).stream().map(WayIn::label).toList());
        assertEquals(Reason.WRONG_SECRET, refusal(as(ben.holder(), ADA)));
        assertEquals(Reason.WRONG_SECRET, refusal(as(ada(), BEN)));
    }

    @Test
    void aPassphraseFindsItsPersonAndAPersonNamedWronglyIsRefused() throws Exception {
        Person ben = addBen();
        try (Keyring opened = Keyring.open(dir, PassphraseUnlock.of(BEN.passphrase()), CLOCK)) {
            assertEquals(Optional.of(ben.holder()), opened.unlockedBy());
        }
        UnlockRefused refused = assertThrows(
                UnlockRefused.class, () -> Keyring.open(dir, as(KeyId.ofSpki(Bytes.utf8("nobody")), ADA), CLOCK));
        assertEquals(Reason.UNKNOWN_PERSON, refused.reason());
        assertTrue(refused.getMessage().contains("person-2 ("), refused.getMessage());
    }

    @Test
    void theWorkspaceKeyOpensNoPersonsOwnKeys() throws Exception {
        Person ben = addBen();
        KeyFolder folder = KeyFolder.of(dir);
        byte[] workspaceKey;
        OpenKeys asAda = new Opening(folder, CLOCK).open(as(ada(), ADA));
        workspaceKey = asAda.workspaceKey();
        byte[] adasOwn = asAda.requirePerson().secrets().personKey();
        PersonFile file = folder.person(ben.holder());
        assertThrows(KeyException.class, () -> file.open(workspaceKey, "ben"));
        assertThrows(KeyException.class, () -> file.open(adasOwn, "ben"));
        asAda.destroy();
    }

    @Test
    void aRemovedPersonOpensNothingAndTheirCertificateIsOnTheList() throws Exception {
        Person ben = addBen();
        keyring().removePerson(ben.holder(), CLOCK);
        assertEquals(Reason.UNKNOWN_PERSON, refusal(as(ben.holder(), BEN)));
        Keyring.open(dir, PassphraseUnlock.of(ADA.passphrase()), CLOCK).close();
        assertFalse(Files.exists(dir.resolve("people").resolve(ben.holder().hex() + ".key")));
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(
                keyring().authority().revocationList(CLOCK).toByteArray()));
        X509Certificate bens = (X509Certificate) factory.generateCertificate(
                new ByteArrayInputStream(ben.certificate().toByteArray()));
        assertTrue(list.isRevoked(bens));
        assertFalse(list.isRevoked(keyring().documents().certificate()));
    }

    @Test
    void nobodyRemovesThemselvesOrSomebodyWhoIsNotThere() {
        assertThrows(KeyException.class, () -> keyring().removePerson(ada(), CLOCK));
        assertThrows(KeyException.class, () -> keyring().removePerson(KeyId.ofSpki(Bytes.utf8("nobody")), CLOCK));
    }

    @Test
    void twoPeopleDoNotHaveOneName() {
        assertThrows(KeyException.class, () -> keyring().addPerson(NewPerson.of("ada example", BEN), random, CLOCK));
    }

    @Test
    void aChangedPassphraseIsThatPersonsAlone() throws Exception {
        Person ben = addBen();
        keyring().changeSecrets(secrets("something new"), random);
        assertEquals(Reason.WRONG_SECRET, refusal(as(ada(), ADA)));
        try (Keyring opened = Keyring.open(dir, as(ada(), secrets("something new")), CLOCK)) {
            assertEquals(keyring().person().keyId(), opened.person().keyId());
        }
        Keyring.open(dir, as(ben.holder(), BEN), CLOCK).close();
    }

    @Test
    void aNewRecoveryCodeEndsTheOldOne() throws Exception {
        RecoveryCode old = keyring().recoveryCode().orElseThrow();
        RecoveryCode fresh = keyring().addRecoveryCode(random);
        Keyring.open(dir, new RecoveryUnlock(old), CLOCK).close();
        assertEquals(
                List.of(
                        Optional.of(old.signer().keyId()),
                        Optional.of(fresh.signer().keyId())),
                keyring().recoveryKeys());
        keyring().keepRecoveryCode(Optional.of(fresh.signer().keyId()));
        assertEquals(Reason.WRONG_SECRET, refusal(new RecoveryUnlock(old)));
        Keyring.open(dir, new RecoveryUnlock(fresh), CLOCK).close();
    }

    @Test
    void aKeyFileIsNeededFromTheDayItIsMixedIn() throws Exception {
        KeyFile file = KeyFile.make(parent.resolve("ada.keyfile"), random);
        KeyFile other = KeyFile.make(parent.resolve("other.keyfile"), random);
        keyring().changeSecrets(new PersonSecrets(ADA.passphrase(), Optional.of(file)), random);
        assertEquals(Reason.KEY_FILE_NEEDED, refusal(as(ada(), ADA)));
        assertEquals(Reason.WRONG_SECRET, refusal(as(ada(), new PersonSecrets(ADA.passphrase(), Optional.of(other)))));
        PersonSecrets both =
                new PersonSecrets(ADA.passphrase(), Optional.of(KeyFile.read(parent.resolve("ada.keyfile"))));
        Keyring.open(dir, as(ada(), both), CLOCK).close();
        assertTrue(Keyring.waysIn(dir).getFirst().keyFile());
    }

    @Test
    void aFileThatIsTooShortOrAbsentIsNoKeyFile() throws Exception {
        Path shorter = Files.write(parent.resolve("short"), new byte[31]);
        assertThrows(KeyException.class, () -> KeyFile.read(shorter));
        assertThrows(KeyException.class, () -> KeyFile.read(parent.resolve("absent")));
        assertThrows(KeyException.class, () -> KeyFile.make(shorter, random));
    }

    @Test
    void aRotatedKeyCountsOnceTheRotationIsFinished() throws Exception {
        KeyId before = keyring().person().keyId();
        KeyRotation rotation = keyring().rotation().begin(random);
        assertEquals(before, rotation.current().keyId());
        assertEquals(Optional.of(rotation.next().keyId()), keyring().rotation().pending());
        try (Keyring opened = Keyring.open(dir, as(ada(), ADA), CLOCK)) {
            assertEquals(before, opened.person().keyId());
            assertEquals(
                    rotation.next().keyId(),
                    opened.rotation().begin(random).next().keyId());
        }
        keyring().rotation().finish();
        assertEquals(rotation.next().keyId(), keyring().person().keyId());
        assertThrows(KeyException.class, () -> keyring().rotation().finish());
        try (Keyring opened = Keyring.open(dir, as(ada(), ADA), CLOCK)) {
            assertEquals(rotation.next().keyId(), opened.person().keyId());
            assertEquals(Optional.of(before), opened.unlockedBy());
            assertTrue(opened.rotation().pending().isEmpty());
        }
    }

    @Test
    void anAbandonedRotationLeavesTheKeyAsItWas() throws Exception {
        KeyId before = keyring().person().keyId();
        keyring().rotation().begin(random);
        keyring().rotation().abandon();
        assertEquals(before, keyring().person().keyId());
        assertTrue(keyring().rotation().pending().isEmpty());
    }

    @Test
    void aLockedKeyringSignsAndUnwrapsNothingUntilSomebodyUnlocks() throws Exception {
        Person ben = addBen();
        EntrySigner person = keyring().person();
        EntrySigner collector = keyring().collector();
        Witness witness = keyring().witness();
        Bytes wrapped = keyring().wrap(Bytes.utf8("text"), Bytes.utf8("payload"));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, Merkle.emptyRoot());
        var log = keyring().log();

        keyring().lock();

        assertTrue(keyring().isLocked());
        assertThrows(KeyringLocked.class, () -> person.sign("text/plain", Bytes.utf8("late")));
        assertThrows(KeyringLocked.class, () -> collector.sign("text/plain", Bytes.utf8("late")));
        assertThrows(KeyringLocked.class, () -> witness.cosign(checkpoint, CLOCK.instant()));
        assertThrows(KeyringLocked.class, () -> log.sign(checkpoint));
        assertThrows(KeyringLocked.class, () -> keyring().unwrap(wrapped, Bytes.utf8("payload")));
        assertThrows(KeyringLocked.class, () -> keyring().person());
        assertThrows(KeyringLocked.class, () -> keyring().documents());
        assertThrows(WrongPassphrase.class, () -> keyring().unlock(as(ben.holder(), ADA), CLOCK));
        assertTrue(keyring().isLocked());

        keyring().unlock(as(ben.holder(), BEN), CLOCK);

        assertEquals(Optional.of(ben.holder()), keyring().unlockedBy());
        assertEquals(Bytes.utf8("text"), keyring().unwrap(wrapped, Bytes.utf8("payload")));
        SignedNote note = log.sign(checkpoint);
        assertTrue(log.keys().stream().allMatch(key -> key.verifies(note)));
        assertThrows(KeyringLocked.class, () -> person.sign("text/plain", Bytes.utf8("late")));
    }

    @Test
    void noBitOfAnothersFileCanBeChangedUnnoticed() throws Exception {
        addBen();
        List<Path> files;
        try (Stream<Path> all = Files.walk(dir).filter(Files::isRegularFile)) {
            files = all.toList();
        }
        assertEquals(6, files.size());
        RecoveryUnlock code = new RecoveryUnlock(keyring().recoveryCode().orElseThrow());
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int trial = 0; trial < 16; trial++) {
                byte[] bad = good.clone();
                int bit = random.nextInt(good.length * Byte.SIZE);
                bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                Files.write(file, bad);
                assertThrows(KeyException.class, () -> Keyring.open(dir, code, CLOCK), file + " bit " + bit);
            }
            Files.write(file, good);
        }
        Keyring.open(dir, code, CLOCK).close();
    }
}
