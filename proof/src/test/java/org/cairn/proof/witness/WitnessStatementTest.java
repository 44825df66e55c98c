package org.cairn.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.WitnessPolicy.Party;
import org.junit.jupiter.api.Test;

class WitnessStatementTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Signing LOG = Signing.of("log.example", Algorithm.ED25519);
    private static final Signing ANNA = Signing.of("anna.example", Algorithm.ED25519_COSIGNATURE);
    private static final Signing ANNA_2 = Signing.of("anna.example", Algorithm.ML_DSA_44);
    private static final Signing BERT = Signing.of("bert.example", Algorithm.ED25519_COSIGNATURE);
    private static final Signing CLARA = Signing.of("clara.example", Algorithm.ED25519_COSIGNATURE);
    private static final WitnessPolicy TWO_OF_THREE = WitnessPolicy.of(
            List.of(LOG.key()),
            List.of(
                    new Party("anna", List.of(ANNA.key(), ANNA_2.key()), 2),
                    new Party("bert", List.of(BERT.key()), 1),
                    new Party("clara", List.of(CLARA.key()), 1)),
            2);

    private static Checkpoint at(long size) {
        return new Checkpoint("log.example", size, Merkle.emptyRoot());
    }

    private static Cosigned cosigned(long size, Duration ago, Signing... signers) {
        List<NoteSignature> lines = new ArrayList<>(List.of(LOG.line(at(size), NOW)));
        for (Signing signer : signers) {
            lines.add(signer.line(at(size), NOW.minus(ago)));
        }
        return new Cosigned(at(size), new SignedNote(at(size).text(), lines));
    }

    private static WitnessStatement statement(Cosigned... cosigned) {
        return WitnessStatement.of(TWO_OF_THREE, List.of(cosigned), at(60));
    }

    @Test
    void twoOfThreeAndTheAgeOfTheNewestAreSaidInOneLine() {
        WitnessStatement said =
                statement(cosigned(40, Duration.ofDays(30), BERT), cosigned(50, Duration.ofDays(12), ANNA, ANNA_2));
        assertEquals("witnessed by 2 of 3, last outside anchor 12 days ago", said.headline(NOW));
        assertEquals(Optional.of(40L), said.quorumSize());
        assertEquals(
                List.of(
                        "anna cosigned the state of 50 entries at 2026-11-09T12:00:00Z by its own clock (12 days ago)",
                        "bert cosigned the state of 40 entries at 2026-10-22T12:00:00Z by its own clock (30 days ago)",
                        "the quorum of 2 vouches for the first 40 of 60 entries",
                        "entries 50 to 59: no witness has seen them"),
                said.details(NOW));
    }

    @Test
    void withoutAnyCosignatureTheLineSaysNever() {
        assertEquals("witnessed by 0 of 3, never anchored outside", statement().headline(NOW));
        assertTrue(statement().quorumMissed());
        WitnessStatement nobody =
                WitnessStatement.of(WitnessPolicy.withoutWitnesses(List.of(LOG.key())), List.of(), at(60));
        assertEquals("no witness is named, never anchored outside", nobody.headline(NOW));
    }

    @Test
    void oneOfTwoKeysOfAWitnessIsNotEnough() {
        assertEquals(
                "witnessed by 0 of 3, never anchored outside",
                statement(cosigned(50, Duration.ofDays(1), ANNA)).headline(NOW));
    }

    @Test
    void aSignatureWithoutATimeIsNoCosignature() {
        Duration sinceEpoch = Duration.between(Instant.EPOCH, NOW);
        assertEquals(0, statement(cosigned(50, sinceEpoch, BERT)).vouching().size());
    }

    @Test
    void aTimeInTheFutureIsSaidToBeOne() {
        String line = statement(cosigned(60, Duration.ofDays(-2), BERT)).headline(NOW);
        assertEquals(
                "witnessed by 1 of 3, last outside anchor dated 2026-11-23T12:00:00Z, after the clock of this machine",
                line);
    }
}
