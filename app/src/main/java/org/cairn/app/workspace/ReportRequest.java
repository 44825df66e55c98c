package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.format.ColumnMap;

/// What a person says of a report besides the file.
/// @param format     empty tells it by how the file begins
/// @param target     the host, image or product it is about
/// @param scannedAt  when it was made, where the file does not say
/// @param databaseAt when the vulnerability database was built, where the file does not say
public record ReportRequest(
        Optional<ImportFormat> format,
        Optional<ColumnMap> columns,
        Optional<String> target,
        Optional<Instant> scannedAt,
        Optional<Instant> databaseAt) {
    /// The file says it all.
    public static ReportRequest plain() {
        return new ReportRequest(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
