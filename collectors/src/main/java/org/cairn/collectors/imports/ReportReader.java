package org.cairn.collectors.imports;

import java.io.Reader;

/// Reads one format. Holds only what a [ReportBuilder] holds.
@FunctionalInterface
public interface ReportReader {
    /// @throws UnreadableReport for what is not of this format, and for what is cut off or refused
    ToolReport read(Reader text) throws UnreadableReport;
}
