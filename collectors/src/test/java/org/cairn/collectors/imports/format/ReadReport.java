package org.cairn.collectors.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;

/// Reads one report in a process of its own and prints what it counted, or why it refused.
final class ReadReport {
    private ReadReport() {}

    /// @param arguments the file
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        try (InputStream in = Files.newInputStream(file)) {
            ToolReport report =
                    ToolReports.read(in, ToolReports.format(() -> Files.newInputStream(file)), Optional.empty());
            var results = report.population("results").orElseThrow();
            System.out.println(report.counts() + " kept " + results.items().size() + " whole " + results.complete());
        } catch (UnreadableReport e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
