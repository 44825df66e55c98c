package org.cairn.causality.policy;

import java.util.Optional;
import org.cairn.causality.Endpoint;
import org.cairn.proof.Bytes;

/// Internet addresses of policies. No name is ever looked up.
final class Addresses {
    private static final String MAPPED = "0".repeat(20) + "ffff"; // RFC 4291 section 2.5.5.2

    private Addresses() {}

    /// Dotted decimal, or the text forms of RFC 4291 section 2.2 without a dotted tail.
    static Optional<Bytes> parse(String text) {
        return text.contains(":") ? version6(text) : version4(text);
    }

    private static Optional<Bytes> version4(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        String[] parts = text.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(Bytes.copyOf(bytes));
    }

    private static Optional<Bytes> version6(String text) {
        int gap = text.indexOf("::");
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        int given = head.length + tail.length;
        if (gap < 0 ? given != 8 : given > 7) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < given; i++) {
            String group = i < head.length ? head[i] : tail[i - head.length];
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int at = i < head.length ? i : 8 - given + i;
            int value = Integer.parseInt(group, 16);
            bytes[2 * at] = (byte) (value >> 8);
            bytes[2 * at + 1] = (byte) value;
        }
        return Optional.of(Bytes.copyOf(bytes));
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    /// An IPv4 address that was mapped into IPv6 is the IPv4 address it stands for.
    static Bytes plain(Bytes address) {
        return address.size() == 16 && address.hex().startsWith(MAPPED) ? tail(address) : address;
    }

    private static Bytes tail(Bytes address) {
        byte[] last = new byte[4];
        for (int i = 0; i < 4; i++) {
            last[i] = address.at(12 + i);
        }
        return Bytes.copyOf(last);
    }

    static String text(Bytes address) {
        String withPort = new Endpoint.Inet(address, 0).text();
        String host = withPort.substring(0, withPort.length() - 2);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
