package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.RawRecordRef;

/// Reads one line of auditd's log, raw or enriched.
/// Form: `[node=HOST ]type=TYPE msg=audit(SECONDS.MILLIS:SERIAL): FIELDS[0x1D ENRICHED]` (linux-audit documentation,
/// "Audit event fields"; auditd.conf(5)). Old daemons leave the last colon out of their own records.
final class AuditRecordParser {
    private static final Pattern HEADER = Pattern.compile(
            "(?:node=(\\S{1,255}) )?type=([A-Z0-9_\\[\\]]{1,64}) msg=audit\\((\\d{1,11})\\.(\\d{3}):(\\d{1,10})\\):?");
    private static final char ENRICHMENT = '\u001d';
    private static final long LARGEST_SERIAL = 0xffff_ffffL;

    private AuditRecordParser() {}

    /// @param host of the log, used where the line names none
    static AuditRecord parse(String line, String host, RawRecordRef ref) throws MalformedRecord {
        if (line.isBlank()) {
            throw new MalformedRecord("empty line");
        }
        Matcher header = HEADER.matcher(line);
        if (!header.lookingAt()) {
            throw new MalformedRecord("does not begin with type=TYPE msg=audit(SECONDS.MILLIS:SERIAL)");
        }
        if (line.indexOf('\0') >= 0) {
            throw new MalformedRecord("holds a NUL byte, as a file does after a crash");
        }
        long serial = Long.parseLong(header.group(5));
        if (serial > LARGEST_SERIAL) {
            throw new MalformedRecord("serial " + serial + " does not fit 32 bits");
        }
        int split = line.indexOf(ENRICHMENT, header.end());
        String body = line.substring(header.end(), split < 0 ? line.length() : split);
        return new AuditRecord(
                Optional.ofNullable(header.group(1)).orElse(host),
                header.group(2),
                Instant.ofEpochSecond(Long.parseLong(header.group(3)), 1_000_000L * Integer.parseInt(header.group(4))),
                serial,
                Fields.parse(body),
                Fields.parse(split < 0 ? "" : line.substring(split + 1).replace(ENRICHMENT, ' ')),
                ref);
    }
}
