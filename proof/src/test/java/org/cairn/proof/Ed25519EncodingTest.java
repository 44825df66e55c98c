package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519EncodingTest {
    /// RFC 8032 section 7.1: public key, message, signature.
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theVectorsOfTheStandardVerify(String key, String message, String signature) {
        Bytes k = Bytes.parseHex(key);
        Bytes m = Bytes.parseHex(message);
        Bytes s = Bytes.parseHex(signature);
        assertTrue(Ed25519Verification.verify(k, m, s));
        assertFalse(Ed25519Verification.verify(k, m.concat(Bytes.utf8("x")), s));
        for (int at : new int[] {0, 31, 32, 62}) {
            byte[] changed = s.toByteArray();
            changed[at] ^= 1;
            assertFalse(Ed25519Verification.verify(k, m, Bytes.copyOf(changed)), "byte " + at);
        }
    }

    /// The eight points of small order and their other spellings ("Taming the many EdDSAs", table 1).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void keysOfSmallOrderAreRefusedInEverySpelling(String key) {
        assertTrue(Ed25519Encoding.refusalOfKey(Bytes.parseHex(key)).isPresent());
    }

    @Test
    void keysOffTheCurveOrOutsideThePrimeSubgroupAreRefusedWithTheReason() throws Exception {
        assertEquals(
                Optional.of("the key is not a point of the curve"),
                Ed25519Encoding.refusalOfKey(Bytes.parseHex("02" + "00".repeat(31))));
        Edwards25519.Point good = Edwards25519.decode(
                        Bytes.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
                .orElseThrow();
        Edwards25519.Point small = Edwards25519.decode(
                        Bytes.parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
                .orElseThrow();
        assertEquals(
                Optional.of("the key is outside the prime subgroup"),
                Ed25519Encoding.refusalOfKey(encode(good.plus(small))));
        assertEquals(Optional.empty(), Ed25519Encoding.refusalOfKey(encode(good)));
        assertEquals(
                Optional.of("an Ed25519 key has 32 bytes, not 31"),
                Ed25519Encoding.refusalOfKey(Bytes.copyOf(new byte[31])));
    }

    @Test
    void aKeyGetsTheSameVerdictHoweverManyOthersWereAskedAboutInBetween() {
        Edwards25519.Point good = Edwards25519.decode(
                        Bytes.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
                .orElseThrow();
        Edwards25519.Point small = Edwards25519.decode(
                        Bytes.parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
                .orElseThrow();
        Edwards25519.Point point = good;
        for (int i = 0; i < 1100; i++) {
            Bytes key = encode(point);
            assertEquals(Optional.empty(), Ed25519Encoding.refusalOfKey(key), "key " + i);
            assertEquals(Optional.empty(), Ed25519Encoding.refusalOfKey(key), "key " + i + " again");
            if (i % 100 == 0) {
                Bytes outside = encode(point.plus(small));
                assertTrue(Ed25519Encoding.refusalOfKey(outside).isPresent());
                assertTrue(Ed25519Encoding.refusalOfKey(outside).isPresent());
            }
            point = point.plus(good);
        }
    }

    @Test
    void signaturesWithALargeSAreRefused() {
        String r = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155";
        String order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        String below = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        assertEquals(
                Optional.of("S is not below the group order"),
                Ed25519Encoding.refusalOfSignature(Bytes.parseHex(r + order)));
        assertEquals(Optional.empty(), Ed25519Encoding.refusalOfSignature(Bytes.parseHex(r + below)));
    }

    private static Bytes encode(Edwards25519.Point point) {
        var inverse = point.z().modInverse(Edwards25519.P);
        var x = point.x().multiply(inverse).mod(Edwards25519.P);
        var y = point.y().multiply(inverse).mod(Edwards25519.P);
        byte[] encoded = new byte[32];
        for (int i = 0; i < 32; i++) {
            encoded[i] = y.shiftRight(8 * i).byteValue();
        }
        encoded[31] |= (byte) (x.testBit(0) ? 0x80 : 0);
        return Bytes.copyOf(encoded);
    }
}
