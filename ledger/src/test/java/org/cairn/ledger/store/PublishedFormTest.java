package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A closed ledger has the root, and byte by byte the tiles and bundles, that another program computed from the C2SP
/// documents (`proof/src/test/cases/conformance/vectors.py`).
class PublishedFormTest {
    private static final Path VECTORS = Path.of("../proof/src/test/cases/conformance/vectors.json");

    @TempDir
    Path dir;

    static List<JsonObject> logs() throws Exception {
        JsonArray all = (JsonArray) Json.parse(Bytes.copyOf(Files.readAllBytes(VECTORS)));
        return all.elements().stream()
                .map(JsonObject.class::cast)
                .filter(json -> json.member("kind").orElseThrow().equals(new JsonText("log")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void tilesAndBundlesAreThoseOfTheDocuments(JsonObject vector) throws Exception {
        JdkSigner signer = new JdkSigner("example.org/vectors");
        int size = (int) vector.integer("size");
        try (Ledger ledger = Ledger.create(dir, "example.org/vectors", signer)) {
            ledger.appendAll(IntStream.range(0, size)
                    .mapToObj(i -> Bytes.utf8("entry " + i))
                    .toList());
            assertEquals(
                    vector.text("root"),
                    Bytes.copyOf(ledger.root(size).toByteArray()).hex());
        }
        StringBuilder list = new StringBuilder();
        for (String file : tiles()) {
            String hash = Bytes.copyOf(Digest.sha256(Bytes.copyOf(Files.readAllBytes(dir.resolve(file))))
                            .toByteArray())
                    .hex();
            list.append(file).append(' ').append(hash).append('\n');
            if (!vector.object("files").members().isEmpty()) {
                assertEquals(vector.object("files").text(file), hash, file);
            }
        }
        assertEquals(
                vector.text("allFiles"),
                Bytes.copyOf(Digest.sha256(Bytes.utf8(list.toString())).toByteArray())
                        .hex());
        assertTrue(size == 0 || list.length() > 0);
    }

    private List<String> tiles() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> dir.relativize(file).toString())
                    .filter(name -> name.startsWith("tile/"))
                    .sorted()
                    .toList();
        }
    }
}
