package org.cairn.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointRequestTest {
    /// The example of C2SP tlog-witness, "add-checkpoint", to the letter.
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    @Test
    void theExampleOfTheSpecificationIsReadAndWrittenByteForByte() throws Exception {
        CheckpointRequest request = CheckpointRequest.parse(Bytes.utf8(EXAMPLE));
        assertEquals(20_852_014, request.oldSize());
        assertEquals(4, request.path().size());
        assertEquals(20_852_163, request.checkpoint().size());
        assertEquals(EXAMPLE, request.encode().asUtf8());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old 020852014",
                "old -1",
                "old 20852164",
                "OLD 1",
                "old 1 ",
                "old 9223372036854775808",
                "",
                "old\t5"
            })
    void anotherFirstLineIsRefused(String line) {
        Bytes changed = Bytes.utf8(EXAMPLE.replaceFirst("old 20852014", line));
        assertThrows(MalformedRequest.class, () -> CheckpointRequest.parse(changed));
    }

    @Test
    void noPrefixOfARequestIsARequestExceptAfterAWholeSignatureLine() {
        byte[] whole = Bytes.utf8(EXAMPLE).toByteArray();
        for (int length = 0; length < whole.length; length++) {
            Bytes cut = Bytes.copyOf(Arrays.copyOf(whole, length));
            if (cut.asUtf8().endsWith("MTOAYQ8=\n") || cut.asUtf8().endsWith("cTOAYQ8=\n")) {
                continue;
            }
            assertThrows(MalformedRequest.class, () -> CheckpointRequest.parse(cut), "cut to " + length);
        }
    }

    @Test
    void moreThanSixtyThreeHashesAreRefused() {
        String hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
        String many = "old 20852014\n" + hash.repeat(64) + EXAMPLE.substring(EXAMPLE.indexOf("\n\n") + 1);
        MalformedRequest refused =
                assertThrows(MalformedRequest.class, () -> CheckpointRequest.parse(Bytes.utf8(many)));
        assertTrue(String.valueOf(refused.getMessage()).contains("63"));
    }
}
