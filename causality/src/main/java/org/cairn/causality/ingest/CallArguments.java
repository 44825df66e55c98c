package org.cairn.causality.ingest;

import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Endpoint;

/// One system call with its records.
/// @param arguments where its arguments stand: the call's own record, or that of `socketcall`
record CallArguments(String name, Fields arguments, AuditRecord record, AuditEvent event, MentionedFiles files) {
    /// `SYS_*` of linux/net.h: what the first argument of socketcall(2) stands for.
    private static final Map<Long, String> SOCKET_CALLS = Map.of(
            1L,
            "socket",
            2L,
            "bind",
            3L,
            "connect",
            5L,
            "accept",
            9L,
            "send",
            11L,
            "sendto",
            16L,
            "sendmsg",
            18L,
            "accept4",
            20L,
            "sendmmsg");

    static CallArguments of(String name, AuditRecord record, AuditEvent event) {
        Fields own = record.fields();
        Optional<AuditRecord> packed = event.first("SOCKETCALL");
        Optional<String> inner = name.equals("socketcall") && packed.isPresent()
                ? own.hexadecimal("a0").map(SOCKET_CALLS::get)
                : Optional.empty();
        String called = inner.orElse(name);
        Fields arguments = inner.isPresent() ? packed.get().fields() : own;
        return new CallArguments(called, arguments, record, event, new MentionedFiles(called, arguments, event));
    }

    /// @param index 0 to 3; further arguments are not recorded
    Optional<Long> argument(int index) {
        return arguments.hexadecimal("a" + index);
    }

    /// An argument of C type `int`.
    Optional<Long> integer(int index) {
        return argument(index).map(value -> (long) value.intValue());
    }

    /// Which argument of `clone` holds its flags.
    int cloneFlags() {
        return SystemCalls.cloneFlags(record.fields().plain("arch").orElse(""));
    }

    Optional<Long> exit() {
        return record.fields().decimal("exit");
    }

    boolean succeeded() {
        return record.fields().is("success", "yes");
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
