package org.cairn.collectors.network;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.text.IpAddress;
import org.cairn.proof.Bytes;

/// Reads `/proc/net/{tcp,tcp6,udp,udp6}` (proc_net_tcp(5)): one socket a line, addresses as hexadecimal words in host
/// byte order, little-endian on every machine this runs on.
/// @param unknownLines how many lines were not understood
public record SocketTable(List<Socket> sockets, int unknownLines) {
    /// @param state hexadecimal, `0A` = TCP_LISTEN, `07` = TCP_CLOSE (an unconnected UDP socket),
    /// include/net/tcp_states.h
    public record Socket(
            String address, int port, String remoteAddress, int remotePort, String state, int uid, long inode) {
        String scope() {
            return scopeOf(address);
        }
    }

    public SocketTable {
        sockets = List.copyOf(sockets);
    }

    public static SocketTable parse(String text) {
        List<Socket> sockets = new ArrayList<>();
        int unknown = 0;
        for (String line : text.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
            Optional<Socket> socket = socket(line.strip().split("\\s+", -1));
            socket.ifPresent(sockets::add);
            unknown += socket.isPresent() ? 0 : 1;
        }
        return new SocketTable(sockets, unknown);
    }

    private static Optional<Socket> socket(String[] fields) {
        if (fields.length < 10 || !fields[0].endsWith(":")) {
            return Optional.empty();
        }
        try {
            String[] local = fields[1].split(":", 2);
            String[] remote = fields[2].split(":", 2);
            return Optional.of(new Socket(
                    address(local[0]),
                    Integer.parseInt(local[1], 16),
                    address(remote[0]),
                    Integer.parseInt(remote[1], 16),
                    fields[3],
                    Integer.parseInt(fields[7]),
                    Long.parseLong(fields[9])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static String address(String hex) {
        byte[] words = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = words[(i / 4) * 4 + 3 - i % 4];
        }
        return new IpAddress(Bytes.copyOf(bytes)).toString();
    }

    /// As [IpAddress.Scope#text()]; `not an address` for anything else.
    static String scopeOf(String literal) {
        return IpAddress.parse(literal).map(address -> address.scope().text()).orElse("not an address");
    }
}
