package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.Endpoint;

/// One system call with its records.
record CallArguments(String name, AuditRecord record, AuditEvent event, MentionedFiles files) {
    CallArguments(String name, AuditRecord record, AuditEvent event) {
        this(name, record, event, new MentionedFiles(name, record.fields(), event));
    }

    /// @param index 0 to 3; further arguments are not recorded
    Optional<Long> argument(int index) {
        return record.fields().hexadecimal("a" + index);
    }

    /// An argument of C type `int`.
    Optional<Long> integer(int index) {
        return argument(index).map(value -> (long) value.intValue());
    }

    Optional<Long> exit() {
        return record.fields().decimal("exit");
    }

    boolean succeeded() {
        return record.fields().plain("success").orElse("").equals("yes");
    }

    /// What the call returned, if it succeeded.
    Optional<Long> returned() {
        return succeeded() ? exit().filter(value -> value >= 0) : Optional.empty();
    }

    Optional<Endpoint> address() {
        return event.first("SOCKADDR")
                .flatMap(sockaddr -> sockaddr.fields().plain("saddr"))
                .flatMap(SocketAddress::parse);
    }
}
