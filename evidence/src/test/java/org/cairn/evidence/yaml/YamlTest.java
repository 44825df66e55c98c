package org.cairn.evidence.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlTest {
    @Test
    void readsEachDocumentOfAStreamAsJson() throws MalformedYaml, MalformedJson {
        List<Json> found = Yaml.documents("""
                kind: Pod # a comment
                spec: {privileged: true, port: 8080, list: [a, b], nothing: ~}
                ---
                - &x {name: one}
                - *x
                """);
        assertEquals(
                List.of(
                        json(
                                "{\"kind\":\"Pod\",\"spec\":{\"privileged\":true,\"port\":8080,\"list\":[\"a\",\"b\"],\"nothing\":null}}"),
                        json("[{\"name\":\"one\"},{\"name\":\"one\"}]")),
                found);
    }

    static Stream<String> hostile() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 9; i++) {
            laughs.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(5))
                    .append("*a%d]\n".formatted(i - 1));
        }
        return Stream.of(
                "[".repeat(100_000),
                "{a: ".repeat(5_000),
                laughs.toString(),
                "a: 1\na: 2\n",
                "a: [1, 2\n",
                "\t- x",
                "x\n".repeat(300_000).replace("x\n", "- x\n"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWhatIsTornTwiceNamedOrBeyondItsBounds(String text) {
        assertThrows(MalformedYaml.class, () -> Yaml.documents(text));
    }

    @Test
    void aSwitchIsOnInEverySpellingThatReadersOfTheseFilesTake() throws MalformedYaml {
        Json found = Yaml.documents("{a: true, b: yes, c: 'on', d: no, e: False, f: maybe}")
                .getFirst();
        assertEquals(
                List.of(
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty()),
                Stream.of("a", "b", "c", "d", "e", "f", "g")
                        .map(name -> Tree.flag(found, name))
                        .toList());
    }

    private static Json json(String text) throws MalformedJson {
        return Json.parse(Bytes.utf8(text));
    }
}
