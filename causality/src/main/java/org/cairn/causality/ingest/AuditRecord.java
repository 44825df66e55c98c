package org.cairn.causality.ingest;

import java.time.Instant;
import org.cairn.causality.RawRecordRef;

/// One line of an audit log.
/// @param host     from `node=`, else the log's host
/// @param serial   0 to 2^32 - 1, the number shared by all records of one event
/// @param fields   as the kernel or a program wrote them
/// @param enriched what auditd added after the byte 0x1D (`log_format = ENRICHED`, auditd.conf(5)); never mixed with
///                 `fields`, since it names the host's users as they were when the line was written
record AuditRecord(
        String host, String type, Instant time, long serial, Fields fields, Fields enriched, RawRecordRef ref) {
    /// The daemon numbers its own records apart from the kernel's.
    boolean fromDaemon() {
        return type.startsWith("DAEMON_");
    }
}
