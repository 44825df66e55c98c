package org.cairn.causality.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.Endpoint;

/// Addresses with ports that logs of other programs hold as text. Never asks a name server: a name is no address.
public final class AddressText {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([0-9.]+)):(\\d{1,5})");

    private AddressText() {}

    /// @param text `203.0.113.50:443` or `[2001:db8::1]:443`
    public static Optional<Endpoint.Inet> endpoint(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        return parts.matches()
                ? endpoint(
                        Optional.ofNullable(parts.group(1)).orElse(String.valueOf(parts.group(2))),
                        Integer.parseInt(parts.group(3)))
                : Optional.empty();
    }

    /// @param address without brackets
    public static Optional<Endpoint.Inet> endpoint(String address, int port) {
        return SocketText.address(address)
                .filter(_ -> port >= 0 && port <= 0xffff)
                .map(bytes -> new Endpoint.Inet(bytes, port));
    }
}
