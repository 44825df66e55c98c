package org.cairn.causality.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One system call as strace prints it, e.g. `openat(AT_FDCWD</>, "a\tb", O_RDONLY) = 3</a\tb>` (strace(1), -yy).
/// @param arguments as written
/// @param result    what follows ` = `
record StraceCall(String name, List<String> arguments, String result) {
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d{1,10})(<.*)?", Pattern.DOTALL);

    StraceCall {
        arguments = List.copyOf(arguments);
    }

    /// @param text without process and time
    static StraceCall parse(String text) throws MalformedRecord {
        int bracket = text.indexOf('(');
        if (bracket < 1 || !text.substring(0, bracket).matches("\\w+")) {
            throw new MalformedRecord("no system call");
        }
        List<String> arguments = new ArrayList<>();
        int end = split(text, bracket + 1, arguments);
        String rest = text.substring(end).stripLeading();
        if (!rest.startsWith("=")) {
            throw new MalformedRecord("a system call without a result");
        }
        return new StraceCall(
                text.substring(0, bracket), arguments, rest.substring(1).strip());
    }

    /// Splits at commas outside brackets and texts; returns what follows the closing bracket.
    private static int split(String text, int from, List<String> arguments) throws MalformedRecord {
        int depth = 0;
        int start = from;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> at = endOfText(text, at);
                case '<' -> at = endOfAnnotation(text, at);
                case '(', '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ')' -> {
                    if (depth == 0) {
                        add(text.substring(start, at), arguments);
                        return at + 1;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        add(text.substring(start, at), arguments);
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        throw new MalformedRecord("a system call whose arguments do not end");
    }

    private static void add(String argument, List<String> arguments) {
        if (!argument.isBlank()) {
            arguments.add(argument.strip());
        }
    }

    private static int endOfText(String text, int at) throws MalformedRecord {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        throw new MalformedRecord("a text that does not end");
    }

    /// What -yy adds to a descriptor, e.g. `<char 1:3>` within `</dev/null<char 1:3>>`. A plain `<` (as in `1<<3`) has
    /// none. strace writes angle brackets of a file's name as `\74` and `\76`.
    private static int endOfAnnotation(String text, int at) throws MalformedRecord {
        boolean annotates = at > 0
                && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_')
                && at + 1 < text.length()
                && text.charAt(at + 1) != '<';
        if (!annotates) {
            return at;
        }
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean arrow = c == '>' && text.charAt(i - 1) == '-';
            depth += c == '<' ? 1 : c == '>' && !arrow ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new MalformedRecord("an annotation of a descriptor that does not end");
    }

    Optional<String> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }

    boolean failed() {
        return result.startsWith("-1 ");
    }

    /// The error's name, e.g. `ENOENT`.
    Optional<String> error() {
        return failed() ? Optional.of(result.split(" ", 3)[1]) : Optional.empty();
    }

    /// What the call returned, if it succeeded.
    Optional<Long> returned() {
        return failed() ? Optional.empty() : number(result);
    }

    Optional<Long> descriptor(int index) {
        return argument(index).flatMap(StraceCall::number);
    }

    private static Optional<Long> number(String text) {
        Matcher matcher = DESCRIPTOR.matcher(text.split(" ", 2)[0]);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    /// The path in an annotation: of `3</srv/a>` that is `/srv/a`. Empty for sockets, pipes and files without a name.
    static Optional<String> annotated(String text) {
        int from = text.indexOf('<');
        if (from < 0 || from + 1 >= text.length() || text.charAt(from + 1) != '/') {
            return Optional.empty();
        }
        int to = from + 1;
        while (to < text.length() && text.charAt(to) != '<' && text.charAt(to) != '>') {
            to++;
        }
        return Optional.of(unescaped(text.substring(from + 1, to)));
    }

    Optional<String> resultPath() {
        return failed() ? Optional.empty() : annotated(result);
    }

    /// The text in quotes; empty where strace cut it, since half a name names another file.
    Optional<String> text(int index) {
        return argument(index)
                .filter(argument -> argument.startsWith("\"") && argument.endsWith("\"") && argument.length() >= 2)
                .map(argument -> unescaped(argument.substring(1, argument.length() - 1)));
    }

    /// C escapes, as strace writes bytes outside printable ASCII.
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                hex.append(HexFormat.of().formatHex(String.valueOf(c).getBytes(StandardCharsets.UTF_8)));
                continue;
            }
            char code = text.charAt(++i);
            if (code >= '0' && code <= '7') {
                int value = 0;
                int end = Math.min(text.length(), i + 3);
                while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
                    value = value * 8 + text.charAt(i++) - '0';
                }
                i--;
                hex.append(HexFormat.of().toHexDigits((byte) value));
            } else {
                hex.append(HexFormat.of().toHexDigits((byte) simple(code)));
            }
        }
        return HexText.decode(hex.toString());
    }

    private static int simple(char code) {
        return switch (code) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0b;
            default -> code;
        };
    }
}
