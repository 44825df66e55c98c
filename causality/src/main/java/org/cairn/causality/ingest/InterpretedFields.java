package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of a record as `ausearch -i` prints them, turned back. Values stand unquoted and may hold spaces, so a
/// value ends where the next field of its type of record begins; of several such places the last is taken, since a
/// file can be named ` nametype=`, and the kernel writes a field once.
final class InterpretedFields {
    private static final List<String> PATH = List.of("item", "name", "inode", "dev", "mode", "ouid", "nametype");
    private static final List<String> CALL = List.of(
            "arch", "syscall", "success", "exit", "a0", "a1", "a2", "a3", "items", "ppid", "pid", "auid", "uid", "gid",
            "euid", "suid", "fsuid", "egid", "sgid", "fsgid", "tty", "ses", "comm", "exe", "subj", "key");
    private static final Pattern ADDRESS =
            Pattern.compile("saddr_fam=(\\S+)(?: (?:laddr|addr)=(\\S+) (?:lport|port)=(\\d+)| path=(\\S*))?.*");
    /// Flags of open(2) that decide what an open is; values of asm-generic/fcntl.h.
    private static final Map<String, Long> FLAGS = Map.of(
            "O_WRONLY",
            1L,
            "O_RDWR",
            2L,
            "O_CREAT",
            0x40L,
            "O_TRUNC",
            0x200L,
            "O_CLOEXEC",
            0x8_0000L,
            "O_PATH",
            0x20_0000L);
    /// Errors that leave a connect undecided or done, errno(3) on linux.
    private static final Map<String, String> ERRORS =
            Map.of("EINPROGRESS", "-115", "EALREADY", "-114", "EINTR", "-4", "EISCONN", "-106");

    record Parts(Fields raw, Fields enriched) {}

    private InterpretedFields() {}

    static Parts of(String type, String body) throws MalformedRecord {
        return switch (type) {
            case "SYSCALL" -> call(body.stripTrailing());
            case "PATH" -> path(split(body.stripTrailing(), PATH));
            case "CWD" -> plain(quoted(split(body.stripTrailing(), List.of("cwd")), "cwd"));
            case "EXECVE" -> arguments(body);
            case "SOCKADDR" -> address(body);
            case "SOCKETCALL" -> plain(hexadecimal(split(body.stripTrailing(), List.of("nargs", "a0", "a1", "a2"))));
            default -> new Parts(Fields.parse(body.replace('\'', ' ').replace('"', ' ')), Fields.of(Map.of()));
        };
    }

    /// Capabilities follow the kind of the name.
    private static Parts path(Map<String, String> values) {
        values.computeIfPresent("nametype", (_, text) -> text.split(" ", 2)[0]);
        return plain(quoted(values, "name"));
    }

    private static Parts plain(Map<String, String> values) {
        return new Parts(Fields.of(values), Fields.of(Map.of()));
    }

    /// Values between the names of `order` that the record has. From the right, as explained above.
    private static Map<String, String> split(String body, List<String> order) {
        Map<String, String> backwards = new LinkedHashMap<>();
        int end = body.length();
        String text = " " + body;
        for (String name : order.reversed()) {
            int at = text.lastIndexOf(" " + name + "=", Math.max(0, end));
            if (at >= 0) {
                int from = at + name.length() + 2;
                backwards.put(name, text.substring(from, Math.max(from, end + 1)));
                end = at - 1;
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : order) {
            Optional.ofNullable(backwards.get(name))
                    .filter(value -> !value.equals("(null)") && !value.equals("(none)"))
                    .ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    private static Map<String, String> quoted(Map<String, String> values, String... names) {
        for (String name : names) {
            values.computeIfPresent(name, (_, value) -> "\"" + value + "\"");
        }
        return values;
    }

    private static Parts call(String body) {
        Map<String, String> values = quoted(split(body, CALL), "comm", "exe");
        values.computeIfPresent("exit", (_, text) -> exit(text));
        hexadecimal(values);
        Map<String, String> enriched = new LinkedHashMap<>();
        Optional.ofNullable(values.remove("syscall")).ifPresent(name -> enriched.put("SYSCALL", name));
        return new Parts(Fields.of(values), Fields.of(enriched));
    }

    /// `3`, or `ENOENT(No such file or directory)`.
    private static String exit(String text) {
        int bracket = text.indexOf('(');
        return bracket < 0 ? text : ERRORS.getOrDefault(text.substring(0, bracket), "-1");
    }

    private static Map<String, String> hexadecimal(Map<String, String> values) {
        for (String name : List.of("a0", "a1", "a2", "a3")) {
            values.computeIfPresent(name, (_, text) -> argument(text));
        }
        return values;
    }

    /// `0x3`, `AT_FDCWD`, `O_RDONLY|O_CLOEXEC`, `CLONE_VM|CLONE_THREAD|…`; what is none of them decides nothing.
    private static String argument(String text) {
        if (text.startsWith("0x")) {
            return text.substring(2);
        }
        if (text.equals("AT_FDCWD")) {
            return "ffffff9c"; // linux/fcntl.h: -100
        }
        long flags = 0;
        for (String word : text.split("\\|", -1)) {
            flags |= FLAGS.getOrDefault(word, 0L);
            flags |= word.equals("CLONE_THREAD") ? 0x1_0000 : 0; // linux/sched.h
        }
        boolean number = text.matches("[0-9a-f]{1,16}");
        return number ? text : Long.toHexString(flags | socketType(text));
    }

    /// socket(2), as the second argument.
    private static long socketType(String text) {
        return text.startsWith("SOCK_STREAM") ? 1 : text.startsWith("SOCK_DGRAM") ? 2 : 0;
    }

    /// An argument ends where ` aN=` with the next number begins.
    private static Parts arguments(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int i = 0; ; i++) {
            int at = (" " + body).indexOf(" a" + i + "=", from);
            if (at < 0) {
                break;
            }
            starts.add(at);
            from = at + 1;
        }
        for (int i = 0; i < starts.size(); i++) {
            int begin = starts.get(i) + ("a" + i + "=").length();
            int end = i + 1 < starts.size()
                    ? starts.get(i + 1) - 1
                    : body.endsWith(" ") ? body.length() - 1 : body.length();
            values.put("a" + i, "\"" + body.substring(begin, Math.max(begin, end)) + "\"");
        }
        return plain(values);
    }

    private static Parts address(String body) throws MalformedRecord {
        int from = body.indexOf("saddr={ ");
        int to = body.lastIndexOf(" }");
        if (from < 0 || to < from) {
            throw new MalformedRecord("an address that is not of the form saddr={ … }");
        }
        Matcher parts = ADDRESS.matcher(body.substring(from + "saddr={ ".length(), to));
        Map<String, String> values = new LinkedHashMap<>();
        if (parts.matches()) {
            SocketText.saddr(
                            parts.group(1),
                            Optional.ofNullable(parts.group(2)),
                            Optional.ofNullable(parts.group(3)).map(Long::parseLong),
                            Optional.ofNullable(parts.group(4)))
                    .ifPresent(dump -> values.put("saddr", dump));
        }
        return plain(values);
    }
}
