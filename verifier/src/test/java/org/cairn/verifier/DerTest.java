package org.cairn.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
    private static Der der(String hex) throws MalformedDer {
        return Der.parse(Bytes.parseHex(hex));
    }

    @Test
    void readsNestedElements() throws Exception {
        List<Der> children = der("3007020101020200ff").children(Der.SEQUENCE);
        assertEquals(BigInteger.ONE, children.get(0).integer());
        assertEquals(BigInteger.valueOf(255), children.get(1).integer());
    }

    @Test
    void readsLongLengths() throws Exception {
        Bytes content = Bytes.copyOf(new byte[300]);
        assertEquals(
                content, Der.parse(Bytes.parseHex("0482012c").concat(content)).octets());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3001",
                "308000000000",
                "04810101",
                "0482000101",
                "0485010000000000",
                "1f810000",
                "020100ff",
                "04ff"
            })
    void whatHasAnotherOrNoSpellingIsRefused(String hex) {
        assertThrows(MalformedDer.class, () -> der(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0200", "02020001", "0202ffff", "040101"})
    void integersAreTheShortest(String hex) throws Exception {
        Der element = der(hex);
        assertThrows(MalformedDer.class, element::integer);
    }
}
