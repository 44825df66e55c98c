package org.cairn.causality.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.causality.Moment;

/// The records that the kernel wrote about one thing, in the order of the log.
record AuditEvent(String host, Moment at, List<AuditRecord> records) {
    AuditEvent {
        records = List.copyOf(records);
    }

    Optional<AuditRecord> first(String type) {
        return all(type).findFirst();
    }

    Stream<AuditRecord> all(String type) {
        return records.stream().filter(record -> record.type().equals(type));
    }
}
