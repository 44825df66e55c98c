package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.RawRecordRef;

/// A log of auditd, raw or enriched.
final class AuditFormat implements RecordFormat {
    private final String host;
    private final EventReassembly events;

    AuditFormat(String host, Tally tally) {
        this.host = host;
        this.events = new EventReassembly(event -> tally.audit(event, EventReader.read(event)));
    }

    @Override
    public Line take(String line, long number, RawRecordRef ref) throws MalformedRecord {
        if (isSeparator(line)) {
            return Line.PART;
        }
        events.add(AuditRecordParser.parse(line, host, ref), line.length());
        return Line.RECORD;
    }

    /// What `ausearch` puts between events.
    static boolean isSeparator(String line) {
        return line.equals("----") || line.startsWith("time->");
    }

    @Override
    public void finish() {
        events.finish();
    }

    @Override
    public Optional<RejectedLine> cut() {
        return Optional.empty();
    }

    @Override
    public long late() {
        return events.late();
    }
}
