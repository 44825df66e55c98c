package org.cairn.causality.policy;

import java.util.List;
import java.util.Optional;
import org.cairn.causality.Endpoint;
import org.cairn.proof.Bytes;

/// Places outside the host that may be addressed.
/// @param address a network's first bytes; 4 (IPv4) or 16 (IPv6)
/// @param prefix  how many bits of it count (CIDR, RFC 4632 and RFC 4291 section 2.3)
/// @param ports   empty: all ports
public record DestinationRule(Bytes address, int prefix, List<Ports> ports) {
    /// Both ends belong to it.
    public record Ports(int first, int last) {
        public Ports {
            if (first < 0 || last < first || last > 0xffff) {
                throw new IllegalArgumentException("ports " + first + " to " + last + " are none");
            }
        }

        /// `443` or `8000-8099`.
        public static Optional<Ports> parse(String text) {
            if (!text.matches("\\d{1,5}(-\\d{1,5})?")) {
                return Optional.empty();
            }
            String[] ends = text.split("-", -1);
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            return last < first || last > 0xffff ? Optional.empty() : Optional.of(new Ports(first, last));
        }

        public String text() {
            return first == last ? "" + first : first + "-" + last;
        }
    }

    public DestinationRule {
        ports = List.copyOf(ports);
        if (address.size() != 4 && address.size() != 16 || prefix < 0 || prefix > address.size() * 8) {
            throw new IllegalArgumentException("a network of " + address.size() + " bytes with a prefix of " + prefix);
        }
    }

    /// `203.0.113.7`, `203.0.113.0/24`, `2001:db8::1`, `2001:db8::/32`. Empty if it is none of them, or has bits
    /// beyond its prefix: `10.1.2.3/8` may mean either.
    public static Optional<DestinationRule> parse(String network, List<Ports> ports) {
        int slash = network.indexOf('/');
        Optional<Bytes> address = Addresses.parse(slash < 0 ? network : network.substring(0, slash));
        String bits = slash < 0 ? "" : network.substring(slash + 1);
        if (address.isEmpty() || slash >= 0 && !bits.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int all = address.get().size() * 8;
        int prefix = slash < 0 ? all : Integer.parseInt(bits);
        return prefix > all || !isZeroFrom(address.get(), prefix)
                ? Optional.empty()
                : Optional.of(new DestinationRule(address.get(), prefix, ports));
    }

    private static boolean isZeroFrom(Bytes address, int prefix) {
        for (int bit = prefix; bit < address.size() * 8; bit++) {
            if (bit(address, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bit(Bytes address, int bit) {
        return (address.at(bit / 8) >> (7 - bit % 8) & 1) == 1;
    }

    public boolean allows(Endpoint.Inet endpoint) {
        Bytes its = Addresses.plain(endpoint.address());
        if (its.size() != address.size()) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(its, bit) != bit(address, bit)) {
                return false;
            }
        }
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(range -> range.first() <= endpoint.port() && endpoint.port() <= range.last());
    }

    /// As a policy names it, without ports.
    public String network() {
        String host = Addresses.text(address);
        return prefix == address.size() * 8 ? host : host + "/" + prefix;
    }
}
