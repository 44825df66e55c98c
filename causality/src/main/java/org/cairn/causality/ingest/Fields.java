package org.cairn.causality.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The `name=value` pairs of a record, values as written. The first of several equal names counts. Words without `=`,
/// as in AVC records, are passed over.
/// @param values keeps the quotes, since only they tell a file called `2F` from a hex-encoded `/`
record Fields(Map<String, String> values) {
    Fields {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Fields parse(String body) throws MalformedRecord {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            if (c == ' ' || c == ',') {
                at++;
                continue;
            }
            int nameEnd = wordEnd(body, at);
            if (nameEnd == body.length() || body.charAt(nameEnd) == ' ') {
                at = nameEnd;
                continue;
            }
            int end = valueEnd(body, nameEnd + 1);
            values.putIfAbsent(body.substring(at, nameEnd), body.substring(nameEnd + 1, end));
            at = end;
        }
        return new Fields(values);
    }

    private static int wordEnd(String body, int from) {
        int at = from;
        while (at < body.length() && body.charAt(at) != '=' && body.charAt(at) != ' ') {
            at++;
        }
        return at;
    }

    /// Kernel text is quoted and holds no quote (audit_log_n_untrustedstring); user space puts a whole sentence into
    /// `msg='...'`; `SADDR={ ... }` is enrichment.
    private static int valueEnd(String body, int from) throws MalformedRecord {
        char first = from < body.length() ? body.charAt(from) : ' ';
        int close = switch (first) {
            case '"' -> body.indexOf('"', from + 1);
            case '\'' -> body.lastIndexOf('\'');
            case '{' -> body.indexOf('}', from + 1);
            default -> {
                int space = body.indexOf(' ', from);
                yield (space < 0 ? body.length() : space) - 1;
            }
        };
        if (close < from && "\"'{".indexOf(first) >= 0 || close == from && first == '\'') {
            throw new MalformedRecord("a value begins with " + first + " and does not end");
        }
        return close + 1;
    }

    /// The value as written, for codes and names that are never encoded.
    Optional<String> plain(String name) {
        return Optional.ofNullable(values.get(name)).map(Fields::unquoted).filter(value -> !value.isEmpty());
    }

    /// A value the kernel quotes, or writes in hexadecimal where it holds a space, a quote or a byte outside
    /// 0x21..0x7e (kernel/audit.c, audit_string_contains_control). Unquoted `(null)`, `(none)` and `?` stand for no
    /// value.
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(Fields::decoded);
    }

    static Optional<String> decoded(String raw) {
        if (raw.startsWith("\"")) {
            return Optional.of(unquoted(raw));
        }
        return switch (raw) {
            case "", "?", "(null)", "(none)" -> Optional.empty();
            default -> Optional.of(HexText.isHex(raw) ? HexText.decode(raw) : raw);
        };
    }

    private static String unquoted(String raw) {
        return raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
    }

    Optional<Long> decimal(String name) {
        return number(name, 10);
    }

    /// System call arguments are written as unsigned hexadecimal without prefix.
    Optional<Long> hexadecimal(String name) {
        return number(name, 16);
    }

    private Optional<Long> number(String name, int radix) {
        return plain(name).flatMap(value -> {
            try {
                return Optional.of(radix == 16 ? Long.parseUnsignedLong(value, 16) : Long.parseLong(value));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        });
    }
}
