package org.cairn.collectors.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.text.IpAddress;

/// Tables of netstat(1) of macOS.
final class Netstat {
    private static final int SOCKET_FIELDS = 5;
    private static final int ROUTE_FIELDS = 4;
    private static final Set<String> DEFAULT = Set.of("default", "0/1", "128.0/1", "::/0", "::/1", "8000::/1");

    private Netstat() {}

    /// Sockets that wait for others: TCP in state LISTEN, UDP without a peer. An address and its port are joined by a
    /// dot; `*` is every address.
    static List<Map<String, String>> waiting(String protocol, String text) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        boolean table = false;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            table |= line.startsWith("Proto ");
            if (!line.startsWith(protocol)) {
                continue;
            }
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length < SOCKET_FIELDS || fields[3].lastIndexOf('.') < 0) {
                throw new MalformedOutput("a line has another form: " + line.strip());
            }
            boolean waits =
                    protocol.equals("tcp") ? fields[fields.length - 1].equals("LISTEN") : fields[4].equals("*.*");
            if (waits) {
                found.add(socket(protocol, fields[3]));
            }
        }
        if (!table) {
            throw new MalformedOutput("holds no table of sockets");
        }
        return found;
    }

    private static Map<String, String> socket(String protocol, String local) {
        int dot = local.lastIndexOf('.');
        String address = local.substring(0, dot);
        return Map.of(
                "protocol", protocol, "address", address, "port", local.substring(dot + 1), "scope", scope(address));
    }

    static String scope(String address) {
        return address.equals("*")
                ? "any"
                : IpAddress.parse(address.replaceFirst("%.*$", ""))
                        .map(found -> found.scope().text())
                        .orElse("not an address");
    }

    static List<Map<String, String>> routes(String family, String text) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        boolean table = false;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (line.startsWith("Destination")) {
                table = true;
            } else if (table) {
                if (fields.length < ROUTE_FIELDS) {
                    throw new MalformedOutput("a line has another form: " + line.strip());
                }
                found.add(Map.of(
                        "destination", fields[0],
                        "default", DEFAULT.contains(fields[0]) ? "yes" : "no",
                        "gateway", fields[1],
                        "device", fields[3],
                        "family", family));
            }
        }
        if (!table) {
            throw new MalformedOutput("holds no table of routes");
        }
        return found;
    }
}
