package org.cairn.causality.ingest;

import java.util.List;
import java.util.Optional;

/// How every line of auditd's log begins: `[node=HOST ]type=TYPE msg=audit(SECONDS.MILLIS:SERIAL)[:]`. Read by hand,
/// since
/// every line of every log begins so and a regular expression took a quarter of the reading.
/// @param end where the fields begin
record RecordHeader(Optional<String> node, String type, long seconds, int millis, long serial, int end) {
    private static final String NODE = "node=";
    private static final String TYPE = "type=";
    private static final String STAMP = " msg=audit(";
    private static final int LONGEST_NODE = 255; // HOST_NAME_MAX is 64 (limits.h); names in `node=` may be domains
    private static final int LONGEST_TYPE = 64;

    /// Types of nearly every line, so that each is one text.
    private static final List<String> USUAL =
            List.of("SYSCALL", "PATH", "CWD", "PROCTITLE", "EXECVE", "SOCKADDR", "EOE", "SOCKETCALL");

    /// Empty if the line begins otherwise.
    static Optional<RecordHeader> of(String line) {
        int typeAt = line.startsWith(NODE) ? afterNode(line) : 0;
        int typeEnd = typeAt < 0 || !line.startsWith(TYPE, typeAt) ? 0 : typeEnd(line, typeAt + TYPE.length());
        if (typeEnd == 0 || !line.startsWith(STAMP, typeEnd)) {
            return Optional.empty();
        }
        int from = typeEnd + STAMP.length();
        int point = digits(line, from, 11);
        int colon = digits(line, point + 1, 3);
        int close = digits(line, colon + 1, 10);
        boolean whole = point > from
                && is(line, point, '.')
                && colon == point + 4
                && is(line, colon, ':')
                && close > colon + 1
                && is(line, close, ')');
        return whole
                ? Optional.of(new RecordHeader(
                        typeAt == 0 ? Optional.empty() : Optional.of(line.substring(NODE.length(), typeAt - 1)),
                        type(line, typeAt + TYPE.length(), typeEnd),
                        Long.parseLong(line, from, point, 10),
                        Integer.parseInt(line, point + 1, colon, 10),
                        Long.parseLong(line, colon + 1, close, 10),
                        is(line, close + 1, ':') ? close + 2 : close + 1))
                : Optional.empty();
    }

    /// Where the type begins; -1 if no node is named.
    private static int afterNode(String line) {
        int at = NODE.length();
        while (at < line.length() && " \t\n\u000b\f\r".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        int length = at - NODE.length();
        return is(line, at, ' ') && length > 0 && length <= LONGEST_NODE ? at + 1 : -1;
    }

    /// 0 if there is no type.
    private static int typeEnd(String line, int from) {
        int at = from;
        while (at < line.length() && isOfType(line.charAt(at))) {
            at++;
        }
        return at > from && at - from <= LONGEST_TYPE ? at : 0;
    }

    private static boolean isOfType(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '[' || c == ']';
    }

    private static String type(String line, int from, int to) {
        for (String usual : USUAL) {
            if (usual.length() == to - from && line.startsWith(usual, from)) {
                return usual;
            }
        }
        return line.substring(from, to);
    }

    private static int digits(String line, int from, int most) {
        int at = from;
        while (at < line.length() && at - from < most && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean is(String line, int at, char c) {
        return at < line.length() && line.charAt(at) == c;
    }
}
