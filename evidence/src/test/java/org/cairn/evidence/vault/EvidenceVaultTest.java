package org.cairn.evidence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceVaultTest {
    private static final Bytes SECRET = Bytes.utf8("the ruleset of node1");

    @TempDir
    Path folder;

    private EvidenceVault vault;

    @BeforeEach
    void open() {
        vault = vault("ours");
    }

    private EvidenceVault vault(String name) {
        return new EvidenceVault(
                folder.resolve("evidence"), folder.resolve("keys"), new PlainWrap(name), new SecureRandom());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 3_000_000})
    void givesBackWhatWasStored(int size) throws VaultException {
        Bytes plain = Bytes.copyOf(new byte[size]);
        assertEquals(plain, vault.get(vault.put(plain)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 3_000_000})
    void whatIsCopiedPieceByPieceIsWhatIsOpenedAtOnce(int size) throws VaultException, IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        PayloadRef payload = vault.put(Bytes.copyOf(content));
        var out = new ByteArrayOutputStream();
        vault.copy(payload, out);
        assertEquals(vault.open(payload), new Opening(vault.salt(payload), Bytes.copyOf(out.toByteArray())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 65_536, 3_000_000})
    void whatIsTakenInPieceByPieceIsOpenedAsWhatWasStoredAtOnce(int size) throws VaultException, IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        try (Intake taken = vault.takeIn(new ByteArrayInputStream(content))) {
            PayloadRef payload = vault.keep(taken);
            assertEquals(Digest.sha256(Bytes.copyOf(content)), taken.sha256());
            assertEquals(size, payload.sizeBytes());
            assertEquals(Bytes.copyOf(content), vault.get(payload));
        }
        assertEquals(new VaultAudit.Result(List.of(), List.of()), audit());
    }

    @Test
    void nothingStaysOfWhatWasTakenInAndNotKeptOrCouldNotBeRead() throws VaultException, IOException {
        vault.takeIn(new ByteArrayInputStream(new byte[100_000])).close();
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (available() < 50_000) {
                    throw new IOException("the stick was pulled out");
                }
                return super.read(buffer, from, length);
            }
        };
        assertThrows(IOException.class, () -> vault.takeIn(broken));
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void aPayloadOfTwiceTheHeapIsTakenInAndCopied() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargePayloadChild.class.getName(),
                        folder.toString(),
                        Long.toString(EvidenceVault.LIMIT_BYTES))
                .redirectErrorStream(true)
                .start();
        assertEquals(
                "taken in and copied; one byte more: TOO_LARGE, files left: 2",
                new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void nothingOfADamagedPayloadIsCopiedAndNothingOfAnErasedOne() throws VaultException, IOException {
        PayloadRef payload = vault.put(Bytes.copyOf(new byte[200_000]));
        var out = new ByteArrayOutputStream();
        var erased = new EvidenceVault(
                folder.resolve("evidence"),
                folder.resolve("keys"),
                new PlainWrap("ours"),
                new SecureRandom(),
                payload.stored()::equals);
        assertEquals(
                Reason.MISSING,
                assertThrows(VaultException.class, () -> erased.copy(payload, out))
                        .reason());
        assertEquals(
                Reason.MISSING,
                assertThrows(VaultException.class, () -> erased.salt(payload)).reason());
        byte[] stored = Files.readAllBytes(payloadFile(payload));
        stored[stored.length - 1] ^= 1;
        Files.write(payloadFile(payload), stored);
        assertEquals(
                Reason.DAMAGED,
                assertThrows(VaultException.class, () -> vault.copy(payload, out))
                        .reason());
        assertEquals(0, out.size());
    }

    @Test
    void aCopyOfWhatTheLedgerDidNotCommitToFails() throws VaultException {
        PayloadRef good = vault.put(SECRET);
        PayloadRef other = new PayloadRef(good.stored(), Digest.sha256(SECRET), good.sizeBytes());
        var refused = assertThrows(VaultException.class, () -> vault.copy(other, OutputStream.nullOutputStream()));
        assertEquals(Reason.DAMAGED, refused.reason());
    }

    @Test
    void theStoredFileIsNamedByItsDigestAndTellsNothing() throws VaultException, IOException {
        PayloadRef payload = vault.put(SECRET);
        Bytes stored = Bytes.copyOf(Files.readAllBytes(payloadFile(payload)));
        assertEquals(payload.stored(), Digest.sha256(stored));
        assertFalse(new String(stored.toByteArray(), StandardCharsets.ISO_8859_1).contains("ruleset"));
    }

    @Test
    void theSamePlainBytesAreStoredAndCommittedToDifferentlyEachTime() throws VaultException {
        PayloadRef one = vault.put(SECRET);
        PayloadRef two = vault.put(SECRET);
        assertNotEquals(one.stored(), two.stored());
        assertNotEquals(one.commitment(), two.commitment());
    }

    @Test
    void aStrangerChecksTheCommitmentWithSaltAndBytesAlone() throws VaultException {
        PayloadRef payload = vault.put(SECRET);
        Opening opening = vault.open(payload);
        assertEquals(payload.commitment(), Digest.sha256(opening.salt().concat(SECRET)));
    }

    @Test
    void aBatchKeepsItsOrder() throws VaultException {
        List<Bytes> plains = List.of(Bytes.utf8("a"), Bytes.utf8("b"), Bytes.utf8("c"));
        List<PayloadRef> stored = vault.putAll(plains);
        for (int i = 0; i < plains.size(); i++) {
            assertEquals(plains.get(i), vault.get(stored.get(i)));
        }
    }

    @Test
    void everyFlippedBitOfPayloadAndKeyIsNoticed() throws VaultException, IOException {
        PayloadRef payload = vault.put(Bytes.utf8("x"));
        for (Path file : List.of(payloadFile(payload), keyFile(payload))) {
            byte[] good = Files.readAllBytes(file);
            for (int bit = 0; bit < good.length * 8; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, bad);
                VaultException refused = assertThrows(VaultException.class, () -> vault.get(payload));
                assertEquals(Reason.DAMAGED, refused.reason());
                assertTrue(String.valueOf(refused.getMessage()).startsWith(file.toString()), refused.getMessage());
            }
            Files.write(file, good);
        }
    }

    @Test
    void aReferenceWithAnotherCommitmentOrSizeIsRefused() throws VaultException {
        PayloadRef good = vault.put(SECRET);
        PayloadRef otherCommitment = new PayloadRef(good.stored(), Digest.sha256(SECRET), good.sizeBytes());
        PayloadRef otherSize = new PayloadRef(good.stored(), good.commitment(), good.sizeBytes() + 1);
        assertEquals(Reason.DAMAGED, reason(otherCommitment));
        assertEquals(Reason.DAMAGED, reason(otherSize));
    }

    @Test
    void anotherWorkspacesKeyDoesNotOpenIt() throws VaultException {
        PayloadRef payload = vault.put(SECRET);
        assertEquals(
                Reason.DAMAGED,
                assertThrows(VaultException.class, () -> vault("theirs").get(payload))
                        .reason());
    }

    @Test
    void withoutItsKeyFileThePayloadIsErased() throws VaultException, IOException {
        PayloadRef payload = vault.put(SECRET);
        Files.delete(keyFile(payload));
        assertEquals(Reason.MISSING, reason(payload));
    }

    @Test
    void theAuditNamesEachDefectAndNeedsNoKey() throws VaultException, IOException {
        PayloadRef changed = vault.put(SECRET);
        PayloadRef lost = vault.put(SECRET);
        PayloadRef locked = vault.put(SECRET);
        vault.put(SECRET);
        Files.writeString(payloadFile(changed), "other");
        Files.delete(payloadFile(lost));
        Files.delete(keyFile(locked));

        VaultAudit.Result result = audit();
        assertEquals(
                Set.of("evidence/" + slashed(changed), "evidence/" + slashed(lost)),
                result.defects().stream().map(Defect::file).collect(Collectors.toSet()));
        assertEquals(List.of("evidence/" + slashed(locked)), result.withoutKey());
    }

    @Test
    void aWriteThatWasCutOffIsNoDefect() throws VaultException, IOException {
        PayloadRef payload = vault.put(SECRET);
        Files.writeString(payloadFile(payload).resolveSibling("abcd.tmp"), "half");
        assertEquals(new VaultAudit.Result(List.of(), List.of()), audit());
    }

    private VaultAudit.Result audit() throws IOException {
        return VaultAudit.audit(folder, folder.resolve("evidence"), folder.resolve("keys"));
    }

    private Reason reason(PayloadRef payload) {
        return assertThrows(VaultException.class, () -> vault.get(payload)).reason();
    }

    private static String slashed(PayloadRef payload) {
        return EvidenceVault.location(payload.stored()).toString().replace('\\', '/');
    }

    private Path payloadFile(PayloadRef payload) {
        return folder.resolve("evidence").resolve(EvidenceVault.location(payload.stored()));
    }

    private Path keyFile(PayloadRef payload) {
        return folder.resolve("keys").resolve(EvidenceVault.location(payload.stored()));
    }
}
