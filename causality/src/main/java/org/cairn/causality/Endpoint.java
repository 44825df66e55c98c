package org.cairn.causality;

import org.cairn.proof.Bytes;

/// One side of a connection.
public sealed interface Endpoint {
    /// For people: `203.0.113.50:443`, `[2001:db8:77::50]:443`, `unix:/run/x.sock`.
    String text();

    /// Whether it can only be reached from this host.
    boolean isLocal();

    /// @param address 4 bytes (IPv4) or 16 (IPv6)
    record Inet(Bytes address, int port) implements Endpoint {
        public Inet {
            if (address.size() != 4 && address.size() != 16 || port < 0 || port > 0xffff) {
                throw new IllegalArgumentException("address of " + address.size() + " bytes, port " + port);
            }
        }

        @Override
        public String text() {
            String host = InetText.of(address);
            return (address.size() == 4 ? host : "[" + host + "]") + ":" + port;
        }

        /// 127.0.0.0/8 (RFC 1122 section 3.2.1.3), ::1 (RFC 4291 section 2.5.3) and the former mapped into IPv6.
        @Override
        public boolean isLocal() {
            String hex = address.hex();
            return address.size() == 4
                    ? hex.startsWith("7f")
                    : hex.equals("0".repeat(31) + "1") || hex.startsWith("0".repeat(20) + "ffff7f");
        }

        /// `0.0.0.0` and `::`, on which a server listens for every address of its host.
        public boolean isWildcard() {
            return address.hex().chars().allMatch(digit -> digit == '0');
        }
    }

    /// @param path the socket's file, or `@` and the name in the abstract namespace (unix(7)); empty when unnamed
    record Local(String path) implements Endpoint {
        @Override
        public String text() {
            return "unix:" + path;
        }

        @Override
        public boolean isLocal() {
            return true;
        }
    }

    /// An address family that is not read further; 0 where the record holds no address.
    /// @param family as in `<sys/socket.h>`, e.g. 16 for netlink
    record Other(int family) implements Endpoint {
        @Override
        public String text() {
            return "address family " + family;
        }

        @Override
        public boolean isLocal() {
            return false;
        }
    }
}
