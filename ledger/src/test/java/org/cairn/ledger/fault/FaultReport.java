package org.cairn.ledger.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tables of what was tried and what became of it, in `target/fault-report/`; `./check` prints them.
final class FaultReport {
    private static final Path FOLDER = Path.of("target/fault-report");

    private FaultReport() {}

    /// @param name  of the file, without its ending
    /// @param title above the table
    static void write(String name, String title, Map<String, ?> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(title));
        rows.forEach((row, value) -> lines.add("  " + row + ": " + value));
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".txt"), lines);
    }
}
