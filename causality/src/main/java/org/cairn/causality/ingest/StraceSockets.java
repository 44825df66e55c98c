package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.Result;

/// What a system call on a descriptor that strace printed does.
final class StraceSockets {
    private StraceSockets() {}

    static boolean isOne(String call) {
        return switch (call) {
            case "socket",
                    "connect",
                    "bind",
                    "accept",
                    "accept4",
                    "send",
                    "sendto",
                    "sendmsg",
                    "sendmmsg",
                    "write",
                    "writev",
                    "pwrite64",
                    "close",
                    "dup",
                    "dup2",
                    "dup3" -> true;
            default -> false;
        };
    }

    static DeedReading read(StraceCall call) {
        return switch (call.name()) {
            case "socket" ->
                call.returned()
                        .<DeedReading>map(
                                number -> StraceDeeds.done(call, new Deed.SocketMade(number, transport(call))))
                        .orElseGet(() -> new DeedReading.Other("failed socket"));
            case "connect" ->
                address(
                        call,
                        peer -> new DeedReading.Done(new Deed.Connected(call.descriptor(0), peer), connected(call)));
            case "bind" -> address(call, local -> StraceDeeds.done(call, new Deed.Bound(call.descriptor(0), local)));
            case "accept", "accept4" ->
                StraceDeeds.done(
                        call, new Deed.Accepted(call.descriptor(0), call.returned(), StraceDeeds.address(call)));
            case "close" -> released(call, call.descriptor(0));
            case "dup", "dup2", "dup3" -> released(call, call.returned());
            default ->
                call.descriptor(0)
                        .<DeedReading>map(number -> StraceDeeds.done(
                                call, new Deed.Sent(number, call.returned().orElse(0L), StraceDeeds.address(call))))
                        .orElseGet(() -> new DeedReading.Lacking("its descriptor"));
        };
    }

    private static DeedReading address(StraceCall call, java.util.function.Function<Endpoint, DeedReading> read) {
        return StraceDeeds.address(call).map(read).orElseGet(() -> new DeedReading.Lacking("a readable address"));
    }

    private static DeedReading released(StraceCall call, Optional<Long> descriptor) {
        return descriptor
                .<DeedReading>map(number -> StraceDeeds.done(call, new Deed.Released(number)))
                .orElseGet(() -> new DeedReading.Other("failed " + call.name()));
    }

    private static Deed.Transport transport(StraceCall call) {
        String type = call.argument(1).orElse("");
        return type.startsWith("SOCK_STREAM")
                ? Deed.Transport.STREAM
                : type.startsWith("SOCK_DGRAM") ? Deed.Transport.DATAGRAM : Deed.Transport.OTHER;
    }

    /// connect(2), as for records of auditd.
    private static Result connected(StraceCall call) {
        return switch (call.error().orElse("")) {
            case "", "EISCONN" -> Result.SUCCEEDED;
            case "EINPROGRESS", "EALREADY", "EINTR" -> Result.ATTEMPTED;
            default -> Result.FAILED;
        };
    }
}
