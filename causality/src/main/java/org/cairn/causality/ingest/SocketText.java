package org.cairn.causality.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.causality.Endpoint;
import org.cairn.proof.Bytes;

/// Addresses that a source wrote as text. Never asks a name server.
final class SocketText {
    private static final Pattern VERSION_4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private SocketText() {}

    /// @param text `203.0.113.50`, `2001:db8::1`, `::ffff:192.0.2.1`
    static Optional<Bytes> address(String text) {
        return text.indexOf(':') >= 0 ? version6(text) : version4(text);
    }

    static Optional<Endpoint> endpoint(String address, long port) {
        return address(address)
                .filter(_ -> port >= 0 && port <= 0xffff)
                .map(bytes -> new Endpoint.Inet(bytes, (int) port));
    }

    private static Optional<Bytes> version4(String text) {
        var parts = VERSION_4.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(parts.group(i + 1));
            if (value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(Bytes.copyOf(bytes));
    }

    /// RFC 4291 section 2.2.
    private static Optional<Bytes> version6(String text) {
        String scopeless = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        int gap = scopeless.indexOf("::");
        String head = gap < 0 ? scopeless : scopeless.substring(0, gap);
        String tail = gap < 0 ? "" : scopeless.substring(gap + 2);
        Optional<String> front = groups(head);
        Optional<String> back = groups(tail);
        if (front.isEmpty() || back.isEmpty()) {
            return Optional.empty();
        }
        int missing = 32 - front.get().length() - back.get().length();
        return missing < 0 || (gap < 0 && missing > 0)
                ? Optional.empty()
                : Optional.of(Bytes.parseHex(front.get() + "0".repeat(missing) + back.get()));
    }

    /// Groups as hexadecimal digits; the last may be a version 4 address.
    private static Optional<String> groups(String text) {
        StringBuilder hex = new StringBuilder();
        if (text.isEmpty()) {
            return Optional.of("");
        }
        for (String group : text.split(":", -1)) {
            Optional<Bytes> four = version4(group);
            if (four.isPresent()) {
                hex.append(four.get().hex());
            } else if (group.matches("[0-9a-fA-F]{1,4}")) {
                hex.append("0".repeat(4 - group.length())).append(group);
            } else {
                return Optional.empty();
            }
        }
        return hex.length() > 32 ? Optional.empty() : Optional.of(hex.toString());
    }

    /// The dump that the kernel would have written of an address told in words.
    /// @param family as auditd interprets it: inet, inet6, local; others become what they are, unread
    static Optional<String> saddr(String family, Optional<String> address, Optional<Long> port, Optional<String> path) {
        return switch (family) {
            case "inet", "inet6" ->
                address.flatMap(SocketText::address)
                        .flatMap(bytes -> port.map(number -> dump(bytes, number.intValue())));
            case "local", "unix" ->
                path.map(name -> "0100"
                        + HexFormat.of()
                                .withUpperCase()
                                .formatHex(("@".equals(name.substring(0, Math.min(1, name.length())))
                                                ? "\0" + name.substring(1)
                                                : name)
                                        .getBytes(StandardCharsets.UTF_8)));
            case "netlink" -> Optional.of("1000");
            default -> Optional.empty();
        };
    }

    private static String dump(Bytes address, int port) {
        String number = HexFormat.of().withUpperCase().toHexDigits((short) port);
        String bytes = address.hex().toUpperCase(java.util.Locale.ROOT);
        return address.size() == 4 ? "0200" + number + bytes : "0A00" + number + "00000000" + bytes;
    }
}
