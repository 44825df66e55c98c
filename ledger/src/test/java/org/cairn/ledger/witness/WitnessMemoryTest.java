package org.cairn.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Witness;
import org.cairn.ledger.key.WitnessKeyring;
import org.cairn.ledger.key.WrongPassphrase;
import org.cairn.ledger.witness.WitnessAnswer.Cosigned;
import org.cairn.ledger.witness.WitnessAnswer.Reason;
import org.cairn.ledger.witness.WitnessAnswer.Refused;
import org.cairn.proof.Digest;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.LeafDifference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    static Path keys;

    private static Witness witness;

    @TempDir
    Path folder;

    private final TestLog log = TestLog.of(70);
    private WitnessMemory memory;

    @BeforeAll
    static void makeKeys() throws Exception {
        witness = WitnessKeyring.create(keys, "anna.example", secret(), new SecureRandom());
    }

    @BeforeEach
    void prepare() {
        memory = new WitnessMemory(folder, witness);
    }

    private static Passphrase secret() {
        return Passphrase.of("a long enough secret".toCharArray());
    }

    private WitnessAnswer answer(CheckpointRequest request) throws MemoryException {
        return answer(request, Optional.empty());
    }

    private WitnessAnswer answer(CheckpointRequest request, Optional<List<Digest>> leaves) throws MemoryException {
        return memory.answer(request, leaves, new LogTrust.Keys(log.keys()), NOW);
    }

    private void saw(int size) throws MemoryException {
        assertInstanceOf(Cosigned.class, answer(log.request(0, size), Optional.of(log.leaves(size))));
    }

    private Refused refused(WitnessAnswer answer, Reason reason) {
        Refused refused = assertInstanceOf(Refused.class, answer);
        assertEquals(reason, refused.reason(), refused.why());
        return refused;
    }

    @Test
    void anUnknownLogIsRefusedUntilSomeoneTrustsItsKeys() throws Exception {
        WitnessAnswer answer = memory.answer(log.request(0, 40), Optional.empty(), new LogTrust.KnownOnly(), NOW);
        refused(answer, Reason.UNKNOWN_LOG);
        saw(40);
        WitnessAnswer later = memory.answer(log.request(40, 41), Optional.empty(), new LogTrust.KnownOnly(), NOW);
        assertInstanceOf(Cosigned.class, later);
    }

    @Test
    void everyLineOfTheAnswerVerifiesOverTheCheckpoint() throws Exception {
        Cosigned cosigned = assertInstanceOf(Cosigned.class, answer(log.request(0, 40)));
        SignedNote note = log.request(0, 40).note();
        for (var line : cosigned.lines()) {
            note = note.with(line);
        }
        SignedNote whole = SignedNote.parse(note.encode());
        memory.keys()
                .forEach(key ->
                        assertEquals(NOW.getEpochSecond(), key.claimedAt(whole).orElseThrow()));
        assertEquals(
                whole.encode().size(),
                log.request(0, 40).note().encode().size() + cosigned.encode().size());
    }

    @Test
    void whatItSawIsOnTheDiskWhenItAnswers() throws Exception {
        saw(40);
        Witness again = WitnessKeyring.open(keys, secret());
        Remembered seen = new WitnessMemory(folder, again).of("log.example").orElseThrow();
        assertEquals(log.request(0, 40).checkpoint(), seen.checkpoint());
        assertEquals(Optional.of(log.leaves(40)), seen.leaves());
        assertEquals(log.keys(), seen.keys());
    }

    @Test
    void aRewrittenEntryIsNamedAndTheSignedRequestIsKept() throws Exception {
        saw(40);
        TestLog fork = log.rewritten(7);
        CheckpointRequest request = fork.request(40, 60);
        Refused refused = refused(answer(request, Optional.of(fork.leaves(60))), Reason.FORK);
        assertEquals(Optional.of(7L), refused.differing().flatMap(LeafDifference::firstEntry));
        assertTrue(refused.why().contains("entry 7 differs"), refused.why());
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            Path kept = files.filter(file -> file.toString().contains("refused") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow();
            assertEquals(request.encode().asUtf8(), Files.readString(kept));
        }
        assertEquals(40, memory.of("log.example").orElseThrow().checkpoint().size());
    }

    @Test
    void severalRewrittenEntriesAreAllNamed() throws Exception {
        saw(40);
        TestLog fork = log.rewritten(3, 4, 5, 39, 50);
        Refused refused = refused(answer(fork.request(40, 60), Optional.of(fork.leaves(60))), Reason.FORK);
        assertTrue(refused.why().contains("entries 3 to 5, 39 differ from"), refused.why());
    }

    @Test
    void withoutLeafHashesARewrittenHistoryIsRefusedAndNothingIsClaimedThatIsNotKnown() throws Exception {
        saw(40);
        Refused refused = refused(answer(log.rewritten(7).request(40, 60)), Reason.NOT_CONTINUED);
        assertTrue(refused.why().contains("entries 0 to 39"), refused.why());
    }

    @Test
    void anotherRootAtTheSameSizeIsAFork() throws Exception {
        saw(40);
        Refused refused = refused(answer(log.rewritten(7).request(40, 40)), Reason.FORK);
        assertTrue(refused.why().contains("at least one of the entries 0 to 39 differs"), refused.why());
    }

    @Test
    void aShorterHistoryIsRefusedAndWhatIsGoneIsNamed() throws Exception {
        saw(40);
        Refused refused = refused(answer(log.request(0, 30)), Reason.ROLLBACK);
        assertTrue(refused.why().contains("entries 30 to 39 are gone; those before them are as it saw them"));
        TestLog fork = log.rewritten(7);
        Refused rewritten = refused(answer(fork.request(0, 30), Optional.of(fork.leaves(30))), Reason.FORK);
        assertTrue(rewritten.why().contains("entry 7 differs"), rewritten.why());
    }

    @Test
    void aRequestThatStartsElsewhereIsToldWhereToStart() throws Exception {
        saw(40);
        Refused refused = refused(answer(log.request(30, 60)), Reason.OTHER_START);
        assertTrue(refused.why().contains("--old-size 40"), refused.why());
        assertInstanceOf(Cosigned.class, answer(log.request(30, 60), Optional.of(log.leaves(60))));
    }

    @Test
    void leafHashesOfAnotherHistoryAreRefused() throws Exception {
        refused(answer(log.request(0, 40), Optional.of(log.rewritten(2).leaves(40))), Reason.BAD_PROOF);
        refused(answer(log.request(0, 40), Optional.of(log.leaves(39))), Reason.BAD_PROOF);
    }

    @Test
    void aLogThatComesWithOtherKeysIsRefused() throws Exception {
        saw(40);
        TestLog impostor = TestLog.of(60);
        WitnessAnswer answer =
                memory.answer(impostor.request(40, 60), Optional.empty(), new LogTrust.Keys(impostor.keys()), NOW);
        Refused refused = refused(answer, Reason.NOT_SIGNED);
        assertTrue(refused.why().contains("keys were exchanged"), refused.why());
    }

    @Test
    void theSameCheckpointIsSignedAgain() throws Exception {
        saw(40);
        assertInstanceOf(Cosigned.class, answer(log.request(40, 40)));
    }

    @Test
    void aMemoryThatWasChangedSignsNothing() throws Exception {
        saw(40);
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            Path checkpoint = files.filter(file -> file.endsWith("checkpoint"))
                    .findFirst()
                    .orElseThrow();
            Files.write(checkpoint, log.request(0, 20).note().encode().toByteArray());
        }
        MemoryException damaged = assertThrows(MemoryException.class, () -> answer(log.request(20, 60)));
        assertTrue(String.valueOf(damaged.getMessage()).contains("not what this witness signed"));
    }

    @Test
    void leafHashesThatWereChangedAreNotUsed() throws Exception {
        saw(40);
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            Path leaves =
                    files.filter(file -> file.endsWith("leaves")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(leaves);
            bytes[100] ^= 1;
            Files.write(leaves, bytes);
        }
        assertEquals(Optional.empty(), memory.of("log.example").orElseThrow().leaves());
    }

    @Test
    void whileOneAnswersAnotherIsTurnedAway() throws Exception {
        MemoryLock lock = MemoryLock.take(folder);
        assertThrows(MemoryException.class, () -> answer(log.request(0, 40)));
        lock.close();
        saw(40);
    }

    @Test
    void anotherPassphraseDoesNotOpenTheKeys() {
        assertThrows(
                WrongPassphrase.class, () -> WitnessKeyring.open(keys, Passphrase.of("another secret".toCharArray())));
    }
}
