package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RecordFile;
import org.cairn.causality.record.RuntimeRecord;
import picocli.CommandLine.Option;

/// Which record a question is asked of, and how the answer is written.
final class RuntimeOptions {
    @Option(
            names = {"-r", "--record"},
            required = true,
            paramLabel = "RECORD",
            description = "What `cairn runtime import` wrote.")
    private Path file = Path.of("");

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    @Option(names = "--raw", description = "With the text of every raw record. It may name people.")
    private boolean raw;

    /// @throws Refused if the list or one of its logs cannot be read, or a log is not the one that was imported
    RuntimeRecord read() throws Refused {
        try {
            List<LogFile> logs = RecordFile.read(file);
            return RuntimeRecord.read(logs);
        } catch (IngestException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    Format format() {
        return format;
    }

    boolean raw() {
        return raw;
    }
}
