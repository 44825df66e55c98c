package org.cairn.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.witness.WitnessPolicy.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessPolicyTest {
    private static final NoteKey LOG =
            Signing.of("log.example", Algorithm.ED25519).key();
    private static final List<NoteKey> KEYS = java.util.stream.Stream.of("x1", "x2", "x3", "y1", "y2", "y3")
            .map(name -> Signing.of(name, Algorithm.ED25519_COSIGNATURE).key())
            .toList();

    /// The example of C2SP tlog-policy, "Example policy", with keys filled in.
    private static String example() {
        return "# two organisations\n\nlog " + LOG.encode() + " https://log.example/\n"
                + "witness X1 " + KEYS.get(0).encode() + "\nwitness X2 "
                + KEYS.get(1).encode() + "\n"
                + "\twitness  X3\t" + KEYS.get(2).encode() + "  \ngroup X-witnesses 2 X1 X2 X3\n"
                + "witness Y1 " + KEYS.get(3).encode() + "\nwitness Y2 "
                + KEYS.get(4).encode() + "\n"
                + "witness Y3 " + KEYS.get(5).encode() + "\ngroup Y-witnesses any Y1 Y2 Y3\n"
                + "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";
    }

    @Test
    void theQuorumOfTheSpecificationsExampleNeedsTwoOfXAndOneOfY() throws Exception {
        WitnessPolicy policy = WitnessPolicy.parse(Bytes.utf8(example()));
        for (int subset = 0; subset < 64; subset++) {
            int chosen = subset;
            Set<NoteKey> signed = new java.util.HashSet<>();
            for (int i = 0; i < 6; i++) {
                if ((chosen >> i & 1) == 1) {
                    signed.add(KEYS.get(i));
                }
            }
            boolean expected = Integer.bitCount(chosen & 7) >= 2 && (chosen >> 3) != 0;
            assertEquals(expected, policy.quorumMet(signed), "subset " + chosen);
        }
        assertEquals(6, policy.parties().size());
        assertEquals(2, policy.threshold());
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() throws Exception {
        WitnessPolicy policy = WitnessPolicy.parse(Bytes.utf8(example()));
        assertEquals(policy, WitnessPolicy.parse(policy.encode()));
    }

    @Test
    void aPartyWithTwoKeysCountsOnceAndNeedsBoth() throws Exception {
        NoteKey classical =
                Signing.of("w.example", Algorithm.ED25519_COSIGNATURE).key();
        NoteKey postQuantum = Signing.of("w.example", Algorithm.ML_DSA_44).key();
        Party both = new Party("anna", List.of(classical, postQuantum), 2);
        Party one = new Party("bert", List.of(KEYS.getFirst()), 1);
        WitnessPolicy written = WitnessPolicy.of(List.of(LOG), List.of(both, one), 1);
        WitnessPolicy read = WitnessPolicy.parse(written.encode());
        assertEquals(written, read);
        assertEquals(List.of(both, one), read.parties());
        assertFalse(read.quorumMet(Set.of(classical)));
        assertTrue(read.quorumMet(Set.of(classical, postQuantum)));
        assertTrue(read.quorumMet(Set.of(KEYS.getFirst())));
    }

    @Test
    void aPolicyWithoutWitnessesSaysSo() throws Exception {
        WitnessPolicy policy = WitnessPolicy.withoutWitnesses(List.of(LOG));
        assertEquals("log " + LOG.encode() + "\nquorum none\n", policy.encode().asUtf8());
        assertEquals(Optional.empty(), WitnessPolicy.parse(policy.encode()).quorum());
    }

    @Test
    void commentsMayHoldAnyBytesAndNamesAnyUtf8() throws Exception {
        byte[] comment = {'#', (byte) 0xff, (byte) 0xfe, '\n'};
        Bytes file = Bytes.copyOf(comment)
                .concat(Bytes.utf8("witness Zeugin-Müller " + KEYS.getFirst().encode() + "\nquorum Zeugin-Müller\n"));
        assertEquals(
                "Zeugin-Müller",
                WitnessPolicy.parse(file).witnesses().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum none",
                "quorum none\nquorum none\n",
                "quorum nobody\n",
                "group g 1 nobody\nquorum g\n",
                "witness a KEY\n",
                "witness a KEY\nwitness b KEY\nquorum a\n",
                "witness none KEY\nquorum none\n",
                "witness a KEY\ngroup a any a\nquorum a\n",
                "witness a KEY\ngroup g 2 a\nquorum g\n",
                "witness a KEY\ngroup g 0 a\nquorum g\n",
                "witness a KEY\ngroup g 01 a\nquorum g\n",
                "witness a KEY\ngroup g 1 a a\nquorum g\n",
                "quorum g\nwitness g KEY\n",
                "log KEY\nquorum none\n",
                "witness a LOG\nquorum a\n",
                "log LOG\nlog LOG\nquorum none\n",
                "log LOG url more\nquorum none\n",
                "witness a KEY\u0001\nquorum a\n",
                "witness a KEY\r\nquorum a\r\n",
                "delegate a KEY\nquorum none\n"
            })
    void whatBreaksTheFormatIsRefused(String template) {
        String text = template.replace("KEY", KEYS.getFirst().encode()).replace("LOG", LOG.encode());
        assertThrows(MalformedPolicy.class, () -> WitnessPolicy.parse(Bytes.utf8(text)));
    }
}
