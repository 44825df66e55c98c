package org.cairn.causality.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileMention;
import org.cairn.causality.Result;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;

/// What one event of Tetragon says was done. A traced function that does not report what it returned was called, no
/// more.
final class TetragonDeeds {
    private static final long MAY_WRITE = 2; // linux/fs.h, of security_file_permission

    private TetragonDeeds() {}

    static DeedReading read(String kind, JsonObject event) {
        return switch (kind) {
            case "process_exit" -> new DeedReading.Done(new Deed.Ended(), Result.SUCCEEDED);
            case "process_connect" -> connection(event, Result.ATTEMPTED);
            case "process_close" -> closed(event);
            case "process_loader" ->
                Members.text(event, "path")
                        .<DeedReading>map(path -> new DeedReading.Done(new Deed.Loaded(file(path)), Result.SUCCEEDED))
                        .orElseGet(() -> new DeedReading.Lacking("its path"));
            case "process_kprobe", "process_lsm", "process_tracepoint", "process_uprobe" -> traced(kind, event);
            default -> new DeedReading.Other(kind);
        };
    }

    /// Bytes that the peer sent prove that the connection stood.
    private static DeedReading closed(JsonObject event) {
        boolean answered = Members.object(event, "stats")
                .flatMap(stats -> Members.integer(stats, "bytes_received"))
                .filter(bytes -> bytes > 0)
                .isPresent();
        return answered ? connection(event, Result.SUCCEEDED) : new DeedReading.Other("process_close");
    }

    private static DeedReading connection(JsonObject event, Result result) {
        return Members.text(event, "destination_ip")
                .flatMap(address ->
                        Members.integer(event, "destination_port").flatMap(port -> SocketText.endpoint(address, port)))
                .<DeedReading>map(peer -> new DeedReading.Done(new Deed.Connected(Optional.empty(), peer), result))
                .orElseGet(() -> new DeedReading.Lacking("a readable destination"));
    }

    private static DeedReading traced(String kind, JsonObject event) {
        String function = Members.text(event, "function_name")
                .or(() -> Members.text(event, "event"))
                .orElse("")
                .replaceFirst("^(__x64_|__ia32_|__arm64_)?sys_(enter_|exit_)?", "");
        Result result = result(event);
        return switch (function) {
            case "read", "readv", "pread64", "preadv" -> opened(event, Deed.Access.READ, result);
            case "write", "writev", "pwrite64", "pwritev", "security_path_truncate" ->
                opened(event, Deed.Access.WRITE, result);
            case "security_file_permission" ->
                opened(
                        event,
                        number(event).filter(mask -> (mask & MAY_WRITE) != 0).isPresent()
                                ? Deed.Access.WRITE
                                : Deed.Access.READ,
                        result);
            case "tcp_connect", "security_socket_connect", "connect" -> called(event, result);
            case "unlink", "unlinkat", "security_path_unlink", "security_inode_unlink" ->
                path(event)
                        .<DeedReading>map(file -> new DeedReading.Done(new Deed.Touched(Action.UNLINK, file), result))
                        .orElseGet(() -> new DeedReading.Lacking("the file's path"));
            default ->
                new DeedReading.Other(kind.substring("process_".length()) + " " + function.toLowerCase(Locale.ROOT));
        };
    }

    private static DeedReading opened(JsonObject event, Deed.Access access, Result result) {
        return path(event)
                .<DeedReading>map(
                        file -> new DeedReading.Done(new Deed.Opened(Optional.empty(), access, false, file), result))
                .orElseGet(() -> new DeedReading.Lacking("the file's path"));
    }

    private static DeedReading called(JsonObject event, Result result) {
        Result known = result == Result.SUCCEEDED ? Result.ATTEMPTED : result; // the call began well; no more is known
        return arguments(event).stream()
                .flatMap(argument ->
                        Members.object(argument, "sock_arg")
                                .or(() -> Members.object(argument, "sockaddr_arg"))
                                .stream())
                .flatMap(socket -> endpoint(socket).stream())
                .findFirst()
                .<DeedReading>map(peer -> new DeedReading.Done(new Deed.Connected(Optional.empty(), peer), known))
                .orElseGet(() -> new DeedReading.Lacking("a readable destination"));
    }

    private static Optional<Endpoint> endpoint(JsonObject socket) {
        Optional<String> address = Members.text(socket, "daddr").or(() -> Members.text(socket, "addr"));
        Optional<Long> port = Members.integer(socket, "dport").or(() -> Members.integer(socket, "port"));
        return address.flatMap(text -> port.flatMap(number -> SocketText.endpoint(text, number)));
    }

    private static Optional<FileMention> path(JsonObject event) {
        return arguments(event).stream()
                .flatMap(argument -> Members.object(argument, "file_arg")
                        .or(() -> Members.object(argument, "path_arg"))
                        .flatMap(file -> Members.text(file, "path"))
                        .stream())
                .filter(path -> !path.isEmpty())
                .findFirst()
                .map(TetragonDeeds::file);
    }

    private static Optional<Long> number(JsonObject event) {
        return arguments(event).stream()
                .flatMap(argument -> Members.integer(argument, "int_arg").stream())
                .findFirst();
    }

    private static List<JsonObject> arguments(JsonObject event) {
        return event.member("args").stream()
                .flatMap(value -> value instanceof JsonArray(List<Json> elements) ? elements.stream() : Stream.empty())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static Result result(JsonObject event) {
        return Members.object(event, "return")
                .flatMap(value -> Members.integer(value, "int_arg"))
                .map(value -> value < 0 ? Result.FAILED : Result.SUCCEEDED)
                .orElse(Result.ATTEMPTED);
    }

    /// A path without a slash at its front is relative to nobody knows what.
    static FileMention file(String path) {
        FileMention.Name name = path.startsWith("/") ? new FileMention.Absolute(path) : new FileMention.Relative(path);
        return new FileMention(Optional.empty(), name, FileMention.Change.NONE);
    }
}
