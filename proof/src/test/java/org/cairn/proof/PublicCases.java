package org.cairn.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Test vectors that others publish, somewhere below `-Dcases.dir`; `docs/conformance.md` says which.
final class PublicCases {
    private static final Path REPORT = Path.of("target/fault-report");
    private static final int DEPTH_LIMIT = 12;

    private PublicCases() {}

    /// Every file whose path ends in a match of `pattern`, below its folder. Skips the test, with the reason, where
    /// there is none.
    static List<Path> files(String pattern) throws IOException {
        String folder = System.getProperty("cases.dir", "");
        assumeTrue(!folder.isEmpty(), "no -Dcases.dir is given");
        try (Stream<Path> all = Files.walk(Path.of(folder), DEPTH_LIMIT)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> ("/" + file.toString().replace('\\', '/')).matches(".*/" + pattern))
                    .sorted()
                    .toList();
            assumeTrue(!found.isEmpty(), "nothing below " + folder + " has a name like " + pattern);
            return found;
        }
    }

    static void report(String set, String result) throws IOException {
        Files.createDirectories(REPORT);
        Files.writeString(
                REPORT.resolve("conformance-" + set + ".txt"), "Public vectors, " + set + ": " + result + "\n");
    }
}
