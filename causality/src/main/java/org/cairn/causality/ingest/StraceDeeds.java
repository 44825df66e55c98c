package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.Action;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileMention.Change;
import org.cairn.causality.Result;

/// What one system call that strace printed does. Argument positions are those of the manual pages, section 2.
final class StraceDeeds {
    private static final Pattern INET = Pattern.compile(
            "sa_family=AF_INET6?, sin6?_port=htons\\((\\d{1,5})\\).*?(?:inet_addr\\(\"|inet_pton\\(AF_INET6, \")([^\"]+)\"");
    private static final Pattern LOCAL = Pattern.compile("sa_family=AF_UNIX, sun_path=(@?)\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FAMILY = Pattern.compile("sa_family=(AF_\\w+)");

    private StraceDeeds() {}

    static DeedReading read(StraceCall call) {
        return switch (call.name()) {
            case "fork", "vfork", "clone", "clone3" -> fork(call);
            case "exit_group" -> new DeedReading.Done(new Deed.Ended(), Result.SUCCEEDED);
            case "execve", "execveat" -> execute(call);
            case "open", "openat", "openat2", "creat" -> open(call);
            case "unlink", "rmdir" -> touched(call, Action.UNLINK, name(call, 0), Change.REMOVED);
            case "unlinkat" -> touched(call, Action.UNLINK, nameAt(call, 0), Change.REMOVED);
            case "mkdir" -> touched(call, Action.CREATE, name(call, 0), Change.ADDED);
            case "mkdirat" -> touched(call, Action.CREATE, nameAt(call, 0), Change.ADDED);
            case "symlink" -> touched(call, Action.CREATE, name(call, 1), Change.ADDED);
            case "symlinkat" -> touched(call, Action.CREATE, nameAt(call, 1), Change.ADDED);
            case "link" -> touched(call, Action.CREATE, name(call, 1), Change.NONE);
            case "linkat" -> touched(call, Action.CREATE, nameAt(call, 2), Change.NONE);
            case "chmod" -> touched(call, Action.CHANGE_MODE, name(call, 0), Change.NONE);
            case "fchmodat", "fchmodat2" -> touched(call, Action.CHANGE_MODE, nameAt(call, 0), Change.NONE);
            case "fchmod" -> touched(call, Action.CHANGE_MODE, held(call, 0), Change.NONE);
            case "truncate" -> touched(call, Action.WRITE, name(call, 0), Change.NONE);
            case "ftruncate" -> touched(call, Action.WRITE, held(call, 0), Change.NONE);
            case "rename" -> renamed(call, name(call, 0), name(call, 1));
            case "renameat", "renameat2" -> renamed(call, nameAt(call, 0), nameAt(call, 2));
            case "mmap", "mmap2" -> mapped(call);
            case "setuid", "setreuid", "setresuid" -> done(call, new Deed.UserChanged());
            default -> StraceSockets.isOne(call.name()) ? StraceSockets.read(call) : other(call);
        };
    }

    private static DeedReading other(StraceCall call) {
        return new DeedReading.Other("system call " + call.name());
    }

    static DeedReading done(StraceCall call, Deed deed) {
        return new DeedReading.Done(deed, call.failed() ? Result.FAILED : Result.SUCCEEDED);
    }

    static boolean startsThread(StraceCall call) {
        return call.arguments().stream().anyMatch(argument -> argument.contains("CLONE_THREAD"));
    }

    private static DeedReading fork(StraceCall call) {
        if (startsThread(call)) {
            return new DeedReading.Other("start of a thread");
        }
        return call.returned()
                .<DeedReading>map(child -> done(call, new Deed.Forked(child)))
                .orElseGet(() -> new DeedReading.Other("failed " + call.name()));
    }

    private static DeedReading execute(StraceCall call) {
        int first = call.name().equals("execveat") ? 1 : 0;
        Optional<FileMention.Name> program = first == 1 ? nameAt(call, 0) : name(call, 0);
        List<String> arguments = call.argument(first + 1).map(StraceDeeds::list).orElse(List.of());
        return program.<DeedReading>map(name ->
                        done(call, new Deed.Executed(arguments, List.of(mention(name, Change.NONE)))))
                .orElseGet(() -> new DeedReading.Lacking("the program's name"));
    }

    private static List<String> list(String text) {
        List<String> words = new ArrayList<>();
        try {
            String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
            StraceCall all = StraceCall.parse("list(" + inner + ") = 0");
            for (int i = 0; i < all.arguments().size(); i++) {
                words.add(all.text(i).orElse(all.arguments().get(i)));
            }
        } catch (MalformedRecord _) {
            words.add(text); // as strace wrote it: an address, or a list it cut
        }
        return words;
    }

    private static DeedReading open(StraceCall call) {
        boolean at = call.name().startsWith("openat");
        String flags = call.name().equals("creat")
                ? "O_WRONLY|O_CREAT|O_TRUNC"
                : call.argument(at ? 2 : 1).orElse("");
        if (flags.contains("O_PATH")) {
            return call.returned()
                    .<DeedReading>map(number -> done(call, new Deed.Released(number)))
                    .orElseGet(() -> new DeedReading.Other("open of a path only"));
        }
        Optional<FileMention.Name> name = call.resultPath()
                .<FileMention.Name>map(FileMention.Absolute::new)
                .or(() -> at ? nameAt(call, 0) : name(call, 0));
        boolean anew = flags.contains("O_CREAT") && flags.contains("O_EXCL") && !call.failed();
        return name.<DeedReading>map(file -> done(
                        call,
                        new Deed.Opened(
                                call.returned(),
                                access(flags),
                                !flags.contains("O_CLOEXEC"),
                                mention(file, anew ? Change.ADDED : Change.NONE))))
                .orElseGet(() -> new DeedReading.Lacking("the file's name"));
    }

    private static Deed.Access access(String flags) {
        return flags.contains("O_WRONLY")
                ? Deed.Access.WRITE
                : flags.contains("O_RDWR") || flags.contains("O_TRUNC") ? Deed.Access.READ_AND_WRITE : Deed.Access.READ;
    }

    private static DeedReading touched(StraceCall call, Action action, Optional<FileMention.Name> name, Change change) {
        return name.<DeedReading>map(file ->
                        done(call, new Deed.Touched(action, mention(file, call.failed() ? Change.NONE : change))))
                .orElseGet(() -> new DeedReading.Lacking("the file's name"));
    }

    private static DeedReading renamed(
            StraceCall call, Optional<FileMention.Name> from, Optional<FileMention.Name> to) {
        return from.isPresent() && to.isPresent()
                ? done(call, new Deed.Renamed(mention(from.get(), Change.REMOVED), mention(to.get(), Change.ADDED)))
                : new DeedReading.Lacking("both names");
    }

    private static DeedReading mapped(StraceCall call) {
        boolean code =
                call.argument(2).filter(flags -> flags.contains("PROT_EXEC")).isPresent();
        Optional<FileMention.Name> file = held(call, 4);
        return code && file.isPresent() ? done(call, new Deed.Loaded(mention(file.get(), Change.NONE))) : other(call);
    }

    private static FileMention mention(FileMention.Name name, Change change) {
        return new FileMention(Optional.empty(), name, change);
    }

    private static Optional<FileMention.Name> held(StraceCall call, int index) {
        return call.argument(index).flatMap(StraceCall::annotated).map(FileMention.Absolute::new);
    }

    /// Without a directory; the working directory is not printed for these calls.
    private static Optional<FileMention.Name> name(StraceCall call, int index) {
        return call.text(index)
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith("/") ? new FileMention.Absolute(text) : new FileMention.Relative(text));
    }

    /// After a directory that -yy resolves: `AT_FDCWD</srv>, "a"` is `/srv/a`.
    private static Optional<FileMention.Name> nameAt(StraceCall call, int index) {
        Optional<String> directory = call.argument(index).flatMap(StraceCall::annotated);
        return name(call, index + 1)
                .map(name -> name instanceof FileMention.Relative(String text) && directory.isPresent()
                        ? new FileMention.Absolute(joined(directory.get(), text))
                        : name)
                .or(() -> directory
                        .filter(_ ->
                                call.text(index + 1).filter(String::isEmpty).isPresent())
                        .map(FileMention.Absolute::new));
    }

    private static String joined(String directory, String name) {
        String relative = name.startsWith("./") ? name.substring(2) : name;
        return directory.endsWith("/") ? directory + relative : directory + "/" + relative;
    }

    static Optional<Endpoint> address(StraceCall call) {
        for (String argument : call.arguments()) {
            Matcher inet = INET.matcher(argument);
            if (inet.find()) {
                return SocketText.endpoint(inet.group(2), Long.parseLong(inet.group(1)));
            }
            Matcher local = LOCAL.matcher(argument);
            if (local.find()) {
                return Optional.of(new Endpoint.Local(local.group(1) + StraceCall.unescaped(local.group(2))));
            }
            Matcher family = FAMILY.matcher(argument);
            if (family.find()) {
                return Optional.of(new Endpoint.Other(family.group(1).equals("AF_NETLINK") ? 16 : 0));
            }
        }
        return Optional.empty();
    }
}
