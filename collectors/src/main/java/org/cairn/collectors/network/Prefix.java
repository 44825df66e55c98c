package org.cairn.collectors.network;

import java.util.Optional;
import org.cairn.collectors.text.IpAddress;

/// RFC 4632 section 3.1, RFC 4291 section 2.3.
record Prefix(IpAddress address, int bits) {
    static Optional<Prefix> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts[1]);
        return IpAddress.parse(parts[0])
                .filter(address -> bits <= address.bytes().size() * Byte.SIZE)
                .map(address -> new Prefix(address, bits));
    }

    boolean holds(IpAddress other) {
        if (other.bytes().size() != address.bytes().size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((address.bytes().at(bit / Byte.SIZE) & mask) != (other.bytes().at(bit / Byte.SIZE) & mask)) {
                return false;
            }
        }
        return true;
    }
}
