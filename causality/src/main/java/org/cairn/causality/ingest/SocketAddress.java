package org.cairn.causality.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cairn.causality.Endpoint;
import org.cairn.proof.Bytes;

/// `struct sockaddr` as a SOCKADDR record dumps it in hexadecimal: family in the host's byte order, port and address
/// in network order (ip(7), ipv6(7), unix(7)).
final class SocketAddress {
    private static final int UNIX = 1;
    private static final int INET = 2;
    private static final int INET6 = 10;

    private SocketAddress() {}

    /// Empty if `saddr` is no hexadecimal dump or too short for its family.
    static Optional<Endpoint> parse(String saddr) {
        if (saddr.length() < 4 || !HexText.isHex(saddr)) {
            return Optional.empty();
        }
        Bytes bytes = Bytes.parseHex(saddr);
        int family = unsigned(bytes, 0) | unsigned(bytes, 1) << 8;
        return switch (family) {
            case UNIX -> Optional.of(new Endpoint.Local(path(bytes.slice(2, bytes.size()))));
            case INET -> inet(bytes, 4, 8);
            case INET6 -> inet(bytes, 8, 24);
            default -> Optional.of(new Endpoint.Other(family));
        };
    }

    private static Optional<Endpoint> inet(Bytes bytes, int from, int to) {
        return bytes.size() < to
                ? Optional.empty()
                : Optional.of(new Endpoint.Inet(bytes.slice(from, to), unsigned(bytes, 2) << 8 | unsigned(bytes, 3)));
    }

    /// Up to the first NUL; a name that begins with NUL is abstract, and empty if nothing follows (unix(7)).
    private static String path(Bytes name) {
        boolean isAbstract = name.size() > 0 && name.at(0) == 0;
        int from = isAbstract ? 1 : 0;
        int to = from;
        while (to < name.size() && name.at(to) != 0) {
            to++;
        }
        String text = new String(name.toByteArray(), from, to - from, StandardCharsets.UTF_8);
        return isAbstract && !text.isEmpty() ? "@" + text : text;
    }

    private static int unsigned(Bytes bytes, int index) {
        return bytes.at(index) & 0xff;
    }
}
