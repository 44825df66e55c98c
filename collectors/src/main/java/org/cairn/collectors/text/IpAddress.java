package org.cairn.collectors.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// An IPv4 or IPv6 address as text. Our own, because the JDK's class is made to resolve names, and nothing here may.
/// @param bytes 4 or 16, in network byte order
public record IpAddress(Bytes bytes) {
    private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5]");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    /// Where an address can be reached from.
    public enum Scope {
        LOOPBACK("loopback"),
        /// Every address of the host.
        ANY("any"),
        LINK_LOCAL("link-local"),
        /// RFC 1918, RFC 4193.
        PRIVATE("private"),
        PUBLIC("public");

        private final String text;

        Scope(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public IpAddress {
        if (bytes.size() != 4 && bytes.size() != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.size());
        }
    }

    /// A literal (RFC 4291 section 2.2; four decimal octets for IPv4); empty if it is none.
    public static Optional<IpAddress> parse(String literal) {
        return literal.contains(":") ? parse6(literal) : parse4(literal);
    }

    /// RFC 1122 section 3.2.1.3, RFC 1918, RFC 3927; RFC 4291 section 2.4, RFC 4193. An IPv4 address inside an IPv6
    /// one (RFC 4291 section 2.5.5.2) counts as itself.
    public Scope scope() {
        int first = bytes.at(0) & 0xff;
        int second = bytes.at(1) & 0xff;
        if (bytes.size() == 4) {
            return scope4(first, second);
        }
        IpAddress plain = unmapped();
        if (plain.bytes().size() == 4) {
            return plain.scope();
        }
        if (bytes.slice(0, 15).hex().matches("0+") && bytes.at(15) <= 1 && bytes.at(15) >= 0) {
            return bytes.at(15) == 1 ? Scope.LOOPBACK : Scope.ANY;
        }
        if (first == 0xfe && (second & 0xc0) == 0x80) {
            return Scope.LINK_LOCAL;
        }
        return (first & 0xfe) == 0xfc ? Scope.PRIVATE : Scope.PUBLIC;
    }

    /// The IPv4 address inside an IPv6 one (RFC 4291 section 2.5.5.2); else this.
    public IpAddress unmapped() {
        return bytes.size() == 16 && bytes.slice(0, 12).hex().equals("00000000000000000000ffff")
                ? new IpAddress(bytes.slice(12, 16))
                : this;
    }

    private Scope scope4(int first, int second) {
        if (first == 127) {
            return Scope.LOOPBACK;
        }
        if (bytes.hex().equals("00000000")) {
            return Scope.ANY;
        }
        if (first == 169 && second == 254) {
            return Scope.LINK_LOCAL;
        }
        boolean isPrivate = first == 10 || first == 172 && (second & 0xf0) == 16 || first == 192 && second == 168;
        return isPrivate ? Scope.PRIVATE : Scope.PUBLIC;
    }

    private static Optional<IpAddress> parse4(String literal) {
        String[] octets = literal.split("\\.", -1);
        if (octets.length != 4
                || !List.of(octets).stream().allMatch(o -> OCTET.matcher(o).matches())) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(octets[i]);
        }
        return Optional.of(new IpAddress(Bytes.copyOf(bytes)));
    }

    private static Optional<IpAddress> parse6(String literal) {
        int gap = literal.indexOf("::");
        if (gap >= 0 && literal.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(gap < 0 ? literal : literal.substring(0, gap));
        Optional<List<Integer>> tail = gap < 0 ? Optional.of(List.of()) : groups(literal.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = GROUPS - head.get().size() - tail.get().size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < head.get().size(); i++) {
            put(bytes, i, head.get().get(i));
        }
        for (int i = 0; i < tail.get().size(); i++) {
            put(bytes, head.get().size() + missing + i, tail.get().get(i));
        }
        return Optional.of(new IpAddress(Bytes.copyOf(bytes)));
    }

    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<IpAddress> last = i == parts.length - 1 ? parse4(parts[i]) : Optional.empty();
            if (last.isPresent()) {
                Bytes four = last.get().bytes();
                groups.add((four.at(0) & 0xff) << 8 | four.at(1) & 0xff);
                groups.add((four.at(2) & 0xff) << 8 | four.at(3) & 0xff);
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static void put(byte[] bytes, int group, int value) {
        bytes[2 * group] = (byte) (value >> 8);
        bytes[2 * group + 1] = (byte) value;
    }

    /// The usual text: RFC 5952 for IPv6.
    @Override
    public String toString() {
        if (bytes.size() == 4) {
            return (bytes.at(0) & 0xff) + "." + (bytes.at(1) & 0xff) + "." + (bytes.at(2) & 0xff) + "."
                    + (bytes.at(3) & 0xff);
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Integer.toHexString((bytes.at(2 * i) & 0xff) << 8 | bytes.at(2 * i + 1) & 0xff));
        }
        return compressed(groups);
    }

    /// RFC 5952 section 4.2: the longest run of at least two zero groups, the first of equals, becomes `::`.
    private static String compressed(List<String> groups) {
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups.get(end).equals("0")) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        return length < 2
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, start)) + "::"
                        + String.join(":", groups.subList(start + length, GROUPS));
    }
}
