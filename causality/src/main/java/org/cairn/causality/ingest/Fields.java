package org.cairn.causality.ingest;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The `name=value` pairs of a record, values as written. The first of several equal names counts. Words without `=`,
/// as in AVC records, are passed over. Values keep their quotes, since only they tell a file called `2F` from a
/// hex-encoded `/`. Where the pairs stand in the line is found once; texts are cut out when they are asked for, because
/// most never are.
final class Fields {
    private static final int PLACES = 3; // of each pair: begin and end of its name, end of its value
    private static final int USUAL_LENGTH = 9; // of a pair, in SYSCALL and PATH records

    private final String text;
    private final int[] places;
    private final int count;

    private Fields(String text, int[] places, int count) {
        this.text = text;
        this.places = places;
        this.count = count;
    }

    /// Pairs that were told apart already, in their order.
    static Fields of(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int[] places = new int[PLACES * values.size()];
        int at = 0;
        for (Map.Entry<String, String> pair : values.entrySet()) {
            places[at++] = text.length();
            places[at++] = text.append(pair.getKey()).length();
            places[at++] = text.append('=').append(pair.getValue()).length();
        }
        return new Fields(text.toString(), places, values.size());
    }

    static Fields parse(String body) throws MalformedRecord {
        return parse(body, 0, body.length());
    }

    /// Of the part of a line from `from` to before `to`.
    static Fields parse(String line, int from, int to) throws MalformedRecord {
        int[] places = new int[PLACES * (2 + (to - from) / USUAL_LENGTH)];
        int count = 0;
        int at = from;
        while (at < to) {
            char c = line.charAt(at);
            if (c == ' ' || c == ',') {
                at++;
                continue;
            }
            int nameEnd = wordEnd(line, at, to);
            if (nameEnd == to || line.charAt(nameEnd) == ' ') {
                at = nameEnd;
                continue;
            }
            if (PLACES * count == places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[PLACES * count] = at;
            places[PLACES * count + 1] = nameEnd;
            at = valueEnd(line, nameEnd + 1, to);
            places[PLACES * count + 2] = at;
            count++;
        }
        return new Fields(line, places, count);
    }

    private static int wordEnd(String line, int from, int to) {
        int at = from;
        while (at < to && line.charAt(at) != '=' && line.charAt(at) != ' ') {
            at++;
        }
        return at;
    }

    /// Kernel text is quoted and holds no quote (audit_log_n_untrustedstring); user space puts a whole sentence into
    /// `msg='...'`; `SADDR={ ... }` is enrichment.
    private static int valueEnd(String line, int from, int to) throws MalformedRecord {
        char first = from < to ? line.charAt(from) : ' ';
        int close = switch (first) {
            case '"' -> line.indexOf('"', from + 1, to);
            case '\'' -> line.lastIndexOf('\'', to - 1);
            case '{' -> line.indexOf('}', from + 1, to);
            default -> {
                int space = line.indexOf(' ', Math.min(from, to), to);
                yield (space < 0 ? to : space) - 1;
            }
        };
        if (close < from && "\"'{".indexOf(first) >= 0 || close == from && first == '\'') {
            throw new MalformedRecord("a value begins with " + first + " and does not end");
        }
        return close + 1;
    }

    /// All of them in their order.
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int pair = 0; pair < count; pair++) {
            values.putIfAbsent(
                    text.substring(places[PLACES * pair], places[PLACES * pair + 1]),
                    text.substring(begin(pair), end(pair)));
        }
        return Collections.unmodifiableMap(values);
    }

    private int begin(int pair) {
        return places[PLACES * pair + 1] + 1;
    }

    private int end(int pair) {
        return places[PLACES * pair + 2];
    }

    /// The first pair of that name; `count` if there is none.
    private int find(String name) {
        int length = name.length();
        int pair = 0;
        for (; pair < count; pair++) {
            int from = places[PLACES * pair];
            if (places[PLACES * pair + 1] - from == length && text.startsWith(name, from)) {
                return pair;
            }
        }
        return pair;
    }

    /// Whether the pair's value is this, quoted or not.
    boolean is(String name, String value) {
        int pair = find(name);
        if (pair == count) {
            return false;
        }
        int quote = quote(pair);
        int from = begin(pair) + quote;
        return end(pair) - quote - from == value.length() && text.startsWith(value, from);
    }

    /// 1 where quotes surround the value.
    private int quote(int pair) {
        return begin(pair) < end(pair) && text.charAt(begin(pair)) == '"' ? 1 : 0;
    }

    boolean has(String name) {
        return find(name) < count;
    }

    /// The value as written, for codes and names that are never encoded.
    Optional<String> plain(String name) {
        int pair = find(name);
        if (pair == count) {
            return Optional.empty();
        }
        int quote = quote(pair);
        String value = text.substring(begin(pair) + quote, end(pair) - quote);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /// A value the kernel quotes, or writes in hexadecimal where it holds a space, a quote or a byte outside
    /// 0x21..0x7e (kernel/audit.c, audit_string_contains_control). Unquoted `(null)`, `(none)` and `?` stand for no
    /// value.
    Optional<String> text(String name) {
        int pair = find(name);
        return pair == count ? Optional.empty() : decoded(text.substring(begin(pair), end(pair)));
    }

    static Optional<String> decoded(String raw) {
        if (raw.startsWith("\"")) {
            return Optional.of(raw.substring(1, raw.length() - 1));
        }
        return switch (raw) {
            case "", "?", "(null)", "(none)" -> Optional.empty();
            default -> Optional.of(HexText.isHex(raw) ? HexText.decode(raw) : raw);
        };
    }

    Optional<Long> decimal(String name) {
        return number(name, 10);
    }

    /// System call arguments are written as unsigned hexadecimal without prefix.
    Optional<Long> hexadecimal(String name) {
        return number(name, 16);
    }

    private Optional<Long> number(String name, int radix) {
        int pair = find(name);
        if (pair == count) {
            return Optional.empty();
        }
        int from = begin(pair) + quote(pair);
        int to = end(pair) - quote(pair);
        try {
            return Optional.of(
                    radix == 16 ? Long.parseUnsignedLong(text, from, to, 16) : Long.parseLong(text, from, to, 10));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
