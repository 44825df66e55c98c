package org.cairn.ledger.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Envelope;
import org.cairn.proof.KeyId;
import org.cairn.proof.Merkle;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyringTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String ORIGIN = "example.org/acme";

    private Path parent = Path.of("");
    private Path keys = Path.of("");

    /// Opening takes a quarter of a second on purpose: the tests that change nothing share one.
    private final List<Keyring> shared = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    @BeforeAll
    void createKeys(@TempDir Path folder) throws KeyException {
        parent = folder;
        keys = parent.resolve("keys");
        shared.add(create());
    }

    @AfterAll
    void closeShared() {
        shared.forEach(Keyring::close);
    }

    private Keyring keyring() {
        return shared.getFirst();
    }

    private Keyring create() throws KeyException {
        return create(keys);
    }

    private Keyring create(Path dir) throws KeyException {
        return Keyring.create(dir, passphrase("correct horse"), ORIGIN, "Ada Example", random, CLOCK);
    }

    private static Unlock as(String passphrase) {
        return PassphraseUnlock.of(passphrase(passphrase));
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private Keyring open() throws KeyException {
        return Keyring.open(keys, as("correct horse"), CLOCK);
    }

    @Test
    void theSameKeysComeBackWithThePassphrase() throws Exception {
        Path dir = parent.resolve("again");
        try (Keyring made = create(dir);
                Keyring opened = Keyring.open(dir, as("correct horse"), CLOCK)) {
            assertEquals(made.publicKeys(), opened.publicKeys());
            assertEquals(made.publicKeys(), PublicKeys.read(dir));
            assertEquals(made.documents().chain(), opened.documents().chain());
            assertEquals(made.timeStamps().chain(), opened.timeStamps().chain());
            Bytes context = Bytes.utf8("payload");
            assertEquals(Bytes.utf8("text"), opened.unwrap(made.wrap(Bytes.utf8("text"), context), context));
        }
    }

    @Test
    void aWrongPassphraseIsSaidInPlainWords() {
        WrongPassphrase refusal =
                assertThrows(WrongPassphrase.class, () -> Keyring.open(keys, as("Correct horse"), CLOCK));
        assertTrue(refusal.getMessage().startsWith("The passphrase does not open"), refusal.getMessage());
    }

    @Test
    void theRecoveryCodeOpensTheDataForNobodyAndANewPersonIsAdded() throws Exception {
        Path dir = parent.resolve("recovered");
        String code;
        try (Keyring made = create(dir)) {
            code = made.recoveryCode().orElseThrow().text();
        }
        try (Keyring opened = Keyring.open(
                dir, new RecoveryUnlock(RecoveryCode.parse(code.toLowerCase(java.util.Locale.ROOT))), CLOCK)) {
            assertTrue(opened.recoveryCode().isEmpty());
            assertTrue(opened.unlockedBy().isEmpty());
            assertThrows(NobodySigns.class, opened::person);
            assertThrows(NobodySigns.class, opened::documents);
            assertThrows(
                    NobodySigns.class, () -> opened.changeSecrets(PersonSecrets.of(passphrase("another one")), random));
            PersonSecrets secrets = PersonSecrets.of(passphrase("another one"));
            try (AddedPerson added = opened.addPerson(NewPerson.of("Ada Again", secrets), random, CLOCK)) {
                KeyId holder = added.person().holder();
                opened.unlock(new PassphraseUnlock(Optional.of(holder), secrets, Optional.empty()), CLOCK);
                assertEquals(Optional.of(holder), opened.unlockedBy());
                assertEquals(added.signer().keyId(), opened.person().keyId());
            }
        }
        Keyring.open(dir, new RecoveryUnlock(RecoveryCode.parse(code)), CLOCK).close();
    }

    @Test
    void aMistypedRecoveryCodeIsToldFromAWrongOne() throws Exception {
        RecoveryCode code = RecoveryCode.random(random);
        char first = code.text().charAt(0);
        String mistyped = (first == 'A' ? 'B' : 'A') + code.text().substring(1);
        KeyException refusal = assertThrows(KeyException.class, () -> RecoveryCode.parse(mistyped));
        assertTrue(refusal.getMessage().contains("mistyped"), refusal.getMessage());
        assertThrows(WrongPassphrase.class, () -> Keyring.open(keys, new RecoveryUnlock(code), CLOCK));
        assertEquals(code.text(), RecoveryCode.parse(code.text()).text());
        assertTrue(code.text().matches("([A-Z2-7]{4}-){13}[A-Z2-7]{4}"), "14 groups of four");
    }

    @Test
    void accentsTypedInTwoWaysAreOnePassphrase() throws Exception {
        Path dir = parent.resolve("accents");
        Keyring.create(dir, passphrase("caf\u00e9"), ORIGIN, "Ada", random, CLOCK)
                .close();
        Keyring.open(dir, as("cafe\u0301"), CLOCK).close();
    }

    @Test
    void noBitOfAnyKeyFileCanBeChangedUnnoticed() throws Exception {
        Path dir = parent.resolve("flipped");
        RecoveryCode code;
        try (Keyring made = create(dir)) {
            code = made.recoveryCode().orElseThrow();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(dir).filter(Files::isRegularFile)) {
            files = all.toList();
        }
        assertEquals(5, files.size());
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int trial = 0; trial < 4; trial++) {
                byte[] bad = good.clone();
                bad[good.length * trial / 4] ^= 0x04;
                Files.write(file, bad);
                assertThrows(
                        KeyException.class,
                        () -> Keyring.open(dir, new RecoveryUnlock(code), CLOCK).close(),
                        file + " byte " + good.length * trial / 4);
            }
            Files.write(file, good);
        }
        Keyring.open(dir, as("correct horse"), CLOCK).close();
    }

    @Test
    void keyFilesAreForTheOwnerAlone() throws Exception {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        try (Stream<Path> files = Files.walk(keys).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void noSecretStandsInAFileInTheOpen() throws Exception {
        Path dir = parent.resolve("secrets");
        try (Keyring made = create(dir);
                Stream<Path> files = Files.walk(dir).filter(Files::isRegularFile)) {
            String code = made.recoveryCode().orElseThrow().text();
            for (Path file : files.toList()) {
                String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(code) || text.contains("correct horse") || text.contains("pkcs8"));
            }
        }
    }

    @Test
    void creatingOverExistingKeysIsRefused() {
        assertThrows(KeyException.class, this::create);
    }

    @Test
    void whatIsWrappedForOnePurposeDoesNotUnwrapForAnother() throws Exception {
        Keyring keyring = keyring();
        Bytes wrapped = keyring.wrap(Bytes.utf8("text"), Bytes.utf8("payload 1"));
        assertThrows(KeyException.class, () -> keyring.unwrap(wrapped, Bytes.utf8("payload 2")));
        assertNotEquals(wrapped, keyring.wrap(Bytes.utf8("text"), Bytes.utf8("payload 1")));
    }

    @Test
    void aClosedKeyringWrapsNothing() throws Exception {
        Keyring keyring = open();
        keyring.close();
        assertThrows(KeyringLocked.class, () -> keyring.wrap(Bytes.utf8("text"), Bytes.empty()));
    }

    @Test
    void entriesAreSignedSoThatTheProofModuleAccepts() throws Exception {
        Keyring keyring = keyring();
        Envelope envelope = keyring.person().sign("text/plain", Bytes.utf8("hello"));
        Envelope both = keyring.collector().countersign(envelope);
        assertTrue(Envelope.parse(both.encode()).isSignedBy(keyring.person().publicKey()));
        assertTrue(Envelope.parse(both.encode()).isSignedBy(keyring.collector().publicKey()));
        assertFalse(envelope.isSignedBy(keyring.collector().publicKey()));
        assertThrows(IllegalArgumentException.class, () -> keyring.person().countersign(both));
        assertEquals(keyring.publicKeys().person().keyId(), keyring.person().keyId());
    }

    @Test
    void checkpointsCarryBothSignaturesAndWitnessesAddTheirs() throws Exception {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, Merkle.emptyRoot());
        Keyring keyring = keyring();
        SignedNote note = keyring.log().sign(checkpoint);
        for (var line : keyring.witness().cosign(checkpoint, NOW)) {
            note = note.with(line);
        }
        SignedNote read = SignedNote.parse(note.encode());
        List<NoteKey> all = new ArrayList<>(keyring.log().keys());
        all.addAll(keyring.witness().keys());
        assertEquals(4, all.size());
        for (NoteKey key : all) {
            assertTrue(key.verifies(read), key.name() + " " + key.algorithm());
        }
    }

    @Test
    void detachedSignaturesVerifyButNeverCoverACheckpoint() throws Exception {
        Bytes sums = Bytes.utf8("00ff  report.pdf\n");
        Keyring keyring = keyring();
        NoteKey classical = keyring.log().keys().get(0);
        NoteKey postQuantum = keyring.log().keys().get(1);
        assertTrue(new org.cairn.proof.Ed25519PublicKey(classical.publicKey())
                .verifies(sums, keyring.signDetachedEd25519(sums)));
        assertTrue(MlDsa44.verify(postQuantum.publicKey(), sums, keyring.signDetachedMlDsa44(sums)));
        Bytes checkpoint = new Checkpoint(ORIGIN, 0, Merkle.emptyRoot()).text();
        assertThrows(IllegalArgumentException.class, () -> keyring.signDetachedEd25519(checkpoint));
        assertThrows(
                IllegalArgumentException.class, () -> keyring.signDetachedMlDsa44(postQuantum.message(checkpoint, 0)));
    }

    @Test
    void theDocumentChainHoldsByTheJdkWithTheRevocationListAtHand() throws Exception {
        Keyring keyring = keyring();
        var factory = CertificateFactory.getInstance("X.509");
        byte[] list = keyring.authority().revocationList(CLOCK).toByteArray();
        X509CRL crl = (X509CRL) factory.generateCRL(new ByteArrayInputStream(list));
        assertTrue(crl.getNextUpdate().toInstant().isAfter(Instant.parse("2036-11-21T00:00:00Z")));
        for (DocumentKey key : List.of(keyring.documents(), keyring.timeStamps())) {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(key.root(), null)));
            parameters.setDate(Date.from(NOW.plusSeconds(60)));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(crl))));
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(List.of(key.certificate())), parameters);
        }
    }

    @Test
    void certificatesLastAsLongAsTheirPurpose() throws Exception {
        Keyring keyring = keyring();
        assertEquals(
                Instant.parse("2029-11-21T04:00:00Z"),
                keyring.documents().certificate().getNotAfter().toInstant());
        assertEquals(
                Instant.parse("2046-11-21T04:00:00Z"),
                keyring.documents().root().getNotAfter().toInstant());
        assertEquals(
                Instant.parse("2046-11-21T04:00:00Z"),
                keyring.timeStamps().certificate().getNotAfter().toInstant());
        assertEquals(
                List.of("1.3.6.1.5.5.7.3.8"), keyring.timeStamps().certificate().getExtendedKeyUsage());
        assertEquals(
                "CN=Ada Example",
                keyring.documents().certificate().getSubjectX500Principal().getName());
    }
}
