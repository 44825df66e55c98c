package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Moment;

/// The records that the kernel wrote about one thing, in the order of the log.
record AuditEvent(String host, Moment at, List<AuditRecord> records) {
    AuditEvent {
        records = List.copyOf(records);
    }

    Optional<AuditRecord> first(String type) {
        for (AuditRecord record : records) {
            if (record.type().equals(type)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    List<AuditRecord> all(String type) {
        List<AuditRecord> all = new ArrayList<>(records.size());
        for (AuditRecord record : records) {
            if (record.type().equals(type)) {
                all.add(record);
            }
        }
        return all;
    }
}
