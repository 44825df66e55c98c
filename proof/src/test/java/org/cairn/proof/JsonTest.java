package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Json parse(String text) throws MalformedJson {
        return Json.parse(Bytes.utf8(text));
    }

    private static String canonical(String text) throws MalformedJson {
        return Json.write(parse(text)).asUtf8();
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        assertEquals(
                new JsonObject(java.util.Map.of(
                        "a",
                        new JsonArray(List.of(
                                new JsonNumber("-1.50e+2"), new JsonFlag(true), new JsonFlag(false), new JsonNull())),
                        "b",
                        new JsonText("\u20ac\ud834\udd1e\"\\/\b\f\n\r\t"))),
                parse(
                        " { \"b\" : \"\\u20ac\\uD834\\udd1e\\\"\\\\\\/\\b\\f\\n\\r\\t\" ,\n\"a\":[ -1.50e+2,true , false,null]}\r\n"));
    }

    /// RFC 8785 section 3.2.3 and appendix.
    @Test
    void membersAreSortedByTheirUtf16CodeUnits() throws Exception {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
                canonical(
                        "{\"\u20ac\":5,\"\\r\":1,\"\ufb33\":7,\"1\":2,\"\ud83d\ude00\":6,\"\u0080\":3,\"\u00f6\":4}"));
    }

    @Test
    void textsAreWrittenWithTheShortestEscapes() throws Exception {
        assertEquals(
                "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u2028\"",
                canonical("\"\\u0000\\u001F\\b\\t\\n\\f\\r\\\"\\\\\\/\\u007f\\u2028\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "[1",
                "[1,",
                "[,1]",
                "[1,]",
                "{,}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "NaN",
                "Infinity",
                "tru",
                "nulll",
                "1 2",
                "{} {}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\\ud834\"",
                "\"\\udd1e\"",
                "//",
                "[1]x",
                "\ufeff{}",
                "{\"a\":1 \"b\":2}",
                "[1 2]",
                "\"\\u\uff11234\""
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThrows(MalformedJson.class, () -> parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,"a":2}     | line 1, column 13: the name "a" appears twice in one object
                    {"a":1,"\\u0061":2} | line 1, column 18: the name "a" appears twice in one object
                    [1,2,x]           | line 1, column 6: expected a value
                    {} 1              | line 1, column 4: something follows the value""")
    void refusalsNameThePlace(String text, String message) {
        assertEquals(
                message, assertThrows(MalformedJson.class, () -> parse(text)).getMessage());
    }

    @Test
    void aRefusalCountsLines() {
        assertEquals(
                "line 3, column 2: expected a value",
                assertThrows(MalformedJson.class, () -> parse("[\n1,\n x]")).getMessage());
    }

    @Test
    void nestingEndsAtSixtyFour() throws Exception {
        String open = Collections.nCopies(64, "[").stream().collect(Collectors.joining());
        String close = Collections.nCopies(64, "]").stream().collect(Collectors.joining());
        assertEquals(open + close, canonical(open + close));
        assertThrows(MalformedJson.class, () -> parse("[" + open + close + "]"));
        assertThrows(MalformedJson.class, () -> parse("[".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22c0af22", "22eda08022", "22ff22", "22f490808022", "22e28222"})
    void malformedUtf8IsRefused(String hex) {
        assertThrows(MalformedJson.class, () -> Json.parse(Bytes.parseHex(hex)));
    }

    @Test
    void membersAreReadByTypeAndMissingOnesAreNamed() throws Exception {
        JsonObject object = Json.parseObject(Bytes.utf8("{\"t\":\"x\",\"n\":7,\"f\":true,\"big\":1e3,\"zero\":-0}"));
        assertEquals("x", object.text("t"));
        assertEquals(7, object.integer("n"));
        assertEquals(true, object.flag("f"));
        assertEquals(
                "member \"gone\" is missing",
                assertThrows(MalformedJson.class, () -> object.text("gone")).getMessage());
        assertEquals(
                "member \"n\" is not a text",
                assertThrows(MalformedJson.class, () -> object.text("n")).getMessage());
        assertThrows(MalformedJson.class, () -> object.integer("big"));
        assertThrows(MalformedJson.class, () -> object.integer("zero"));
        assertThrows(MalformedJson.class, () -> Json.parseObject(Bytes.utf8("[]")));
    }
}
