package org.cairn.collectors.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportInput;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;

/// Reads a report of any known format.
public final class ToolReports {
    private ToolReports() {}

    /// A file that can be opened twice: to tell its format, and to read it.
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /// @throws UnreadableReport if it is of none that is known
    public static ImportFormat format(Opening file) throws IOException {
        try (InputStream in = file.open();
                Reader text = ReportInput.open(in)) {
            return FormatDetection.of(text)
                    .orElseThrow(() -> new UnreadableReport(
                            "line 1",
                            "the beginning is of no format that is known",
                            "Say which it is with --as; a table needs --map too"));
        }
    }

    /// Reads to the end, however little of it is kept.
    /// @param columns for a table
    /// @throws UnreadableReport for what is not read; nothing of it counts
    public static ToolReport read(InputStream file, ImportFormat format, Optional<ColumnMap> columns)
            throws IOException {
        Reader text;
        try {
            text = ReportInput.open(file);
        } catch (UnreadableReport e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableReport("byte 0", "cannot be unpacked: " + e.getMessage(), "Copy the file again");
        }
        return read(text, format, columns);
    }

    private static ToolReport read(Reader text, ImportFormat format, Optional<ColumnMap> columns)
            throws UnreadableReport {
        return switch (format) {
            case XCCDF -> XccdfReader.read(text);
            case LYNIS -> LynisReader.read(text);
            case SARIF -> SarifReader.read(text);
            case TRIVY -> TrivyReader.read(text);
            case GRYPE -> GrypeReader.read(text);
            case OSV -> OsvReader.read(text);
            case CYCLONEDX_JSON, CYCLONEDX_VEX -> CycloneDxReader.read(text);
            case CYCLONEDX_XML -> CycloneDxXmlReader.read(text);
            case SPDX_JSON -> SpdxReader.readJson(text);
            case SPDX_TAGS -> SpdxReader.readTags(text);
            case OPENVEX -> OpenVexReader.read(text);
            case CKL -> CklReader.read(text);
            case CKLB -> CklbReader.read(text);
            case HDF, INSPEC -> HdfReader.read(text, format);
            case OSQUERY -> OsqueryReader.read(text);
            case OCSF -> OcsfReader.read(text);
            case CSV ->
                CsvReader.read(
                        text,
                        columns.orElseThrow(() -> new UnreadableReport(
                                "line 1", "a table says nothing of itself", "Say which column is what with --map")));
            case FALCO, TETRAGON ->
                throw new UnreadableReport(
                        "line 1",
                        "these are " + format.title() + ", a record of what ran, and no results",
                        "They belong to the runtime record, which this command does not write; keep the file for it");
        };
    }
}
