package org.cairn.causality.ingest;

import java.util.Optional;
import java.util.function.Function;
import org.cairn.causality.Action;
import org.cairn.causality.Deed;
import org.cairn.causality.FileMention;

/// What one system call does. Argument positions are those of the calls' manual pages, section 2.
final class DeedReader {
    /// `CLONE_THREAD` of linux/sched.h: the new task is a thread, not a process.
    private static final long CLONE_THREAD = 0x0001_0000;

    sealed interface Outcome {}

    record Read(Deed deed) implements Outcome {}

    record Nothing(String why) implements Outcome {}

    record Lacking(String what) implements Outcome {}

    private DeedReader() {}

    static Outcome read(CallArguments call) {
        return switch (call.name()) {
            case "fork", "vfork", "clone", "clone3" -> fork(call);
            case "exit_group" -> new Read(new Deed.Ended());
            case "exit" -> new Nothing("end of a thread");
            case "execve", "execveat" -> execute(call);
            case "open", "openat", "openat2", "creat" -> OpenReader.read(call);
            case "unlink", "unlinkat", "rmdir" -> touched(call, Action.UNLINK);
            case "mkdir", "mkdirat", "symlink", "symlinkat" -> touched(call, Action.CREATE);
            case "link", "linkat" -> link(call);
            case "chmod", "fchmod", "fchmodat", "fchmodat2" -> touched(call, Action.CHANGE_MODE);
            case "truncate" -> touched(call, Action.WRITE);
            case "rename", "renameat", "renameat2" -> rename(call);
            case "connect", "bind" -> address(call);
            case "accept", "accept4" -> accept(call);
            case "send", "sendto", "sendmsg", "sendmmsg", "write", "writev", "pwrite64", "pwritev", "pwritev2" ->
                send(call);
            case "setuid", "setuid32", "setreuid", "setreuid32", "setresuid", "setresuid32" -> user(call);
            case "close" -> released(call, call.integer(0));
            case "socket" -> socket(call);
            case "dup", "dup2", "dup3" -> released(call, call.returned());
            default -> new Nothing("system call " + call.name());
        };
    }

    /// A `clone3` record does not show its flags, so a thread's id may be announced as a child that never acts.
    private static Outcome fork(CallArguments call) {
        long flags =
                call.name().equals("clone") ? call.argument(call.cloneFlags()).orElse(0L) : 0;
        if ((flags & CLONE_THREAD) != 0) {
            return new Nothing("start of a thread");
        }
        return call.returned()
                .<Outcome>map(child -> new Read(new Deed.Forked(child)))
                .orElseGet(() -> new Nothing("failed " + call.name()));
    }

    private static Outcome execute(CallArguments call) {
        return call.files().named().isEmpty()
                ? new Lacking("the program's PATH record")
                : new Read(new Deed.Executed(
                        ProgramArguments.of(call.event()), call.files().named()));
    }

    private static Outcome touched(CallArguments call, Action action) {
        return withFile(call, file -> new Deed.Touched(action, file));
    }

    /// A second name for a file that existed before.
    private static Outcome link(CallArguments call) {
        return withFile(
                call,
                file -> new Deed.Touched(
                        Action.CREATE, new FileMention(file.inode(), file.name(), FileMention.Change.NONE)));
    }

    static Outcome withFile(CallArguments call, Function<FileMention, Deed> deed) {
        Optional<FileMention> file = call.files().target();
        if (file.isPresent()) {
            return new Read(deed.apply(file.get()));
        }
        return call.succeeded() ? new Lacking("the file's PATH record") : new Nothing("failed " + call.name());
    }

    private static Outcome rename(CallArguments call) {
        Optional<FileMention> from = call.files().removed();
        Optional<FileMention> to = call.files().added();
        if (from.isPresent() && to.isPresent()) {
            return new Read(new Deed.Renamed(from.get(), to.get()));
        }
        return call.succeeded() ? new Lacking("both names") : new Nothing("failed " + call.name());
    }

    private static Outcome address(CallArguments call) {
        return call.address()
                .flatMap(address -> call.integer(0)
                        .map(descriptor -> call.name().equals("bind")
                                ? new Deed.Bound(Optional.of(descriptor), address)
                                : new Deed.Connected(Optional.of(descriptor), address)))
                .<Outcome>map(Read::new)
                .orElseGet(() -> new Lacking("a readable address"));
    }

    private static Outcome accept(CallArguments call) {
        return call.integer(0)
                .<Outcome>map(listening ->
                        new Read(new Deed.Accepted(Optional.of(listening), call.returned(), call.address())))
                .orElseGet(() -> new Lacking("its descriptor"));
    }

    private static Outcome send(CallArguments call) {
        return call.integer(0)
                .<Outcome>map(descriptor ->
                        new Read(new Deed.Sent(descriptor, call.returned().orElse(0L), call.address())))
                .orElseGet(() -> new Lacking("its descriptor"));
    }

    /// socket(2): the type is in the second argument's low four bits (SOCK_TYPE_MASK of linux/net.h).
    private static Outcome socket(CallArguments call) {
        Deed.Transport transport = switch (call.argument(1).orElse(0L).intValue() & 0xf) {
            case 1 -> Deed.Transport.STREAM;
            case 2 -> Deed.Transport.DATAGRAM;
            default -> Deed.Transport.OTHER;
        };
        return call.returned()
                .<Outcome>map(descriptor -> new Read(new Deed.SocketMade(descriptor, transport)))
                .orElseGet(() -> new Nothing("failed socket"));
    }

    private static Outcome user(CallArguments call) {
        return call.succeeded() ? new Read(new Deed.UserChanged()) : new Nothing("failed " + call.name());
    }

    private static Outcome released(CallArguments call, Optional<Long> descriptor) {
        return descriptor
                .<Outcome>map(number -> new Read(new Deed.Released(number)))
                .orElseGet(() -> new Nothing("failed " + call.name()));
    }
}
