package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.Map;
import org.cairn.causality.RawRecordRef;

/// Reads one line of auditd's log, raw or enriched.
/// Form: `[node=HOST ]type=TYPE msg=audit(SECONDS.MILLIS:SERIAL): FIELDS[0x1D ENRICHED]` (linux-audit documentation,
/// "Audit event fields"; auditd.conf(5)). Old daemons leave the last colon out of their own records.
final class AuditRecordParser {
    private static final char ENRICHMENT = '\u001d';
    private static final long LARGEST_SERIAL = 0xffff_ffffL;
    private static final Fields NONE = Fields.of(Map.of());

    private AuditRecordParser() {}

    /// @param host of the log, used where the line names none
    static AuditRecord parse(String line, String host, RawRecordRef ref) throws MalformedRecord {
        if (line.isBlank()) {
            throw new MalformedRecord("empty line");
        }
        RecordHeader header = RecordHeader.of(line)
                .orElseThrow(
                        () -> new MalformedRecord("does not begin with type=TYPE msg=audit(SECONDS.MILLIS:SERIAL)"));
        if (line.indexOf('\0') >= 0) {
            throw new MalformedRecord("holds a NUL byte, as a file does after a crash");
        }
        if (header.serial() > LARGEST_SERIAL) {
            throw new MalformedRecord("serial " + header.serial() + " does not fit 32 bits");
        }
        int split = line.indexOf(ENRICHMENT, header.end());
        return new AuditRecord(
                header.node().orElse(host),
                header.type(),
                Instant.ofEpochSecond(header.seconds(), 1_000_000L * header.millis()),
                header.serial(),
                Fields.parse(line, header.end(), split < 0 ? line.length() : split),
                split < 0 ? NONE : enriched(line, split + 1),
                ref);
    }

    private static Fields enriched(String line, int from) throws MalformedRecord {
        return line.indexOf(ENRICHMENT, from) < 0
                ? Fields.parse(line, from, line.length())
                : Fields.parse(line.substring(from).replace(ENRICHMENT, ' '));
    }
}
