package org.cairn.causality.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.causality.GraphText;
import org.cairn.causality.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every log in `src/test/cases/provenance` (or below `-Dcases.dir`) gives the graph that lies beside it.
class ProvenanceCasesTest {
    private static final Path CASES = Path.of(System.getProperty("cases.dir", "src/test/cases"), "provenance");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".pass.txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void buildsTheExpectedGraph(Path log) throws Exception {
        Path expected = Path.of(log.toString().replace(".pass.txt", ".expected.txt"));
        assertEquals(Files.readString(expected), GraphText.of(Recording.of(Files.readAllBytes(log))));
    }
}
