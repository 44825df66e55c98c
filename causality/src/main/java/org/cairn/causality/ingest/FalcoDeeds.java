package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileMention;
import org.cairn.causality.Result;
import org.cairn.proof.Json.JsonObject;

/// What the system call behind one alert of Falco did (falco.org, "Supported Fields for Conditions and Outputs").
final class FalcoDeeds {
    private FalcoDeeds() {}

    static DeedReading read(JsonObject fields) {
        Result result = result(fields);
        return switch (Members.text(fields, "evt.type").orElse("")) {
            case "execve", "execveat" -> executed(fields, result);
            case "open", "openat", "openat2", "creat" -> opened(fields, result);
            case "connect" ->
                peer(fields)
                        .<DeedReading>map(to -> done(new Deed.Connected(Optional.empty(), to), connect(fields)))
                        .orElseGet(() -> new DeedReading.Lacking("a readable fd.name"));
            case "accept", "accept4" ->
                done(new Deed.Accepted(Optional.empty(), Optional.empty(), client(fields)), result);
            case "unlink", "unlinkat", "rmdir" -> touched(fields, Action.UNLINK, result);
            case "mkdir", "mkdirat", "symlink", "symlinkat", "link", "linkat" -> touched(fields, Action.CREATE, result);
            case "chmod", "fchmod", "fchmodat" -> touched(fields, Action.CHANGE_MODE, result);
            case "setuid", "setreuid", "setresuid" -> done(new Deed.UserChanged(), result);
            case "procexit", "exit_group" -> done(new Deed.Ended(), Result.SUCCEEDED);
            case "" -> new DeedReading.Lacking("evt.type");
            default ->
                new DeedReading.Other(
                        "system call " + Members.text(fields, "evt.type").orElse(""));
        };
    }

    private static DeedReading done(Deed deed, Result result) {
        return new DeedReading.Done(deed, result);
    }

    private static DeedReading executed(JsonObject fields, Result result) {
        List<String> arguments = new ArrayList<>();
        Members.text(fields, "proc.cmdline").ifPresent(arguments::add);
        List<FileMention> files = Members.text(fields, "proc.exepath")
                .filter(path -> path.startsWith("/"))
                .map(path -> List.of(TetragonDeeds.file(path)))
                .orElse(List.of());
        return done(new Deed.Executed(arguments, files), result);
    }

    private static DeedReading opened(JsonObject fields, Result result) {
        Optional<String> path = Members.text(fields, "fd.name")
                .or(() -> Members.text(fields, "evt.arg.name"))
                .filter(name -> !name.isEmpty());
        Optional<Deed.Access> access = access(fields);
        if (path.isEmpty() || access.isEmpty()) {
            return new DeedReading.Lacking(path.isEmpty() ? "fd.name" : "what the file was opened for");
        }
        return done(new Deed.Opened(Optional.empty(), access.get(), false, TetragonDeeds.file(path.get())), result);
    }

    private static Optional<Deed.Access> access(JsonObject fields) {
        String flags = Members.text(fields, "evt.arg.flags").orElse("");
        boolean write = is(fields, "evt.is_open_write") || flags.contains("O_WRONLY");
        boolean read = is(fields, "evt.is_open_read") || flags.contains("O_RDONLY");
        if (flags.contains("O_RDWR") || write && read) {
            return Optional.of(Deed.Access.READ_AND_WRITE);
        }
        return write ? Optional.of(Deed.Access.WRITE) : read ? Optional.of(Deed.Access.READ) : Optional.empty();
    }

    private static boolean is(JsonObject fields, String name) {
        return Members.text(fields, name).filter("true"::equals).isPresent();
    }

    private static DeedReading touched(JsonObject fields, Action action, Result result) {
        return Members.text(fields, "fs.path.name")
                .or(() -> Members.text(fields, "evt.arg.path"))
                .or(() -> Members.text(fields, "evt.arg.name"))
                .filter(name -> !name.isEmpty())
                .<DeedReading>map(path -> done(new Deed.Touched(action, TetragonDeeds.file(path)), result))
                .orElseGet(() -> new DeedReading.Lacking("the file's path"));
    }

    /// `fd.name` of a connection is `CLIENT:PORT->SERVER:PORT`.
    private static Optional<Endpoint> peer(JsonObject fields) {
        return Members.text(fields, "fd.sip")
                .flatMap(address ->
                        Members.integer(fields, "fd.sport").flatMap(port -> SocketText.endpoint(address, port)))
                .or(() -> side(fields, 1));
    }

    private static Optional<Endpoint> client(JsonObject fields) {
        return Members.text(fields, "fd.cip")
                .flatMap(address ->
                        Members.integer(fields, "fd.cport").flatMap(port -> SocketText.endpoint(address, port)))
                .or(() -> side(fields, 0));
    }

    private static Optional<Endpoint> side(JsonObject fields, int index) {
        String[] sides = Members.text(fields, "fd.name").orElse("").split("->", 3);
        if (sides.length != 2) {
            return Optional.empty();
        }
        int colon = sides[index].lastIndexOf(':');
        return colon < 0 || !sides[index].substring(colon + 1).matches("\\d{1,5}")
                ? Optional.empty()
                : SocketText.endpoint(
                        sides[index].substring(0, colon), Long.parseLong(sides[index].substring(colon + 1)));
    }

    /// `evt.res` is SUCCESS or the name of the error.
    private static Result result(JsonObject fields) {
        return Members.text(fields, "evt.res")
                .map(text -> text.equals("SUCCESS") ? Result.SUCCEEDED : Result.FAILED)
                .orElse(Result.ATTEMPTED);
    }

    /// connect(2), as for records of auditd.
    private static Result connect(JsonObject fields) {
        return switch (Members.text(fields, "evt.res").orElse("")) {
            case "SUCCESS", "EISCONN" -> Result.SUCCEEDED;
            case "", "EINPROGRESS", "EALREADY", "EINTR" -> Result.ATTEMPTED;
            default -> Result.FAILED;
        };
    }
}
