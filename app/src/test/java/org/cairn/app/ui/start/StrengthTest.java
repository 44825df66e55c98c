package org.cairn.app.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "'',EMPTY",
        "eleven char,TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaaaa,REPETITIVE",
        "abcabcabcabcabcabc,REPETITIVE",
        "twelve chars,ACCEPTABLE",
        "fifteen letters,GOOD",
        "seven stones on the high pass,STRONG"
    })
    void lengthDecidesAndRepetitionIsRefused(String passphrase, Strength expected) {
        assertEquals(expected, Strength.of(passphrase));
    }
}
