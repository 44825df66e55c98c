package org.cairn.collectors.network;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// Routes, each as observed values: `family`, `destination`, `default`, `device`, `gateway`, `table`, `type`.
record Routes(List<Map<String, String>> routes, int unknownLines) {
    private static final String NO_DEVICE = "-";

    Routes {
        routes = List.copyOf(routes);
    }

    /// `ip -j route show table all` (ip-route(8)): every table; a destination of `default` or 0.0.0.0/0 or ::/0.
    static Routes fromIp(String json, String family) throws MalformedJson {
        if (!(Json.parse(Bytes.utf8(json)) instanceof JsonArray(List<Json> elements))) {
            throw new MalformedJson("not an array of routes");
        }
        List<Map<String, String>> routes = new ArrayList<>();
        int unknown = 0;
        for (Json element : elements) {
            if (element instanceof JsonObject object && object.member("dst").isPresent()) {
                routes.add(fromIp(object, family));
            } else {
                unknown++;
            }
        }
        return new Routes(routes, unknown);
    }

    private static Map<String, String> fromIp(JsonObject object, String family) throws MalformedJson {
        String destination = object.text("dst");
        boolean isDefault = List.of("default", "0.0.0.0/0", "::/0").contains(destination);
        Map<String, String> route = route(family, isDefault ? "default" : destination, isDefault);
        route.put("type", text(object, "type", "unicast"));
        route.put("table", text(object, "table", "main"));
        for (String name : List.of("gateway", "dev")) {
            if (object.member(name).orElse(new Json.JsonNull()) instanceof JsonText(String value)) {
                route.put(name.equals("dev") ? "device" : name, value);
            }
        }
        return route;
    }

    private static String text(JsonObject object, String name, String otherwise) {
        return object.member(name).orElse(new Json.JsonNull()) instanceof JsonText(String value) ? value : otherwise;
    }

    /// `/proc/net/route` (proc_pid_net(5)): the main table of IPv4, words in host byte order; flag 0x0200 = RTF_REJECT,
    /// include/uapi/linux/route.h.
    static Routes fromProc4(String text) {
        List<Map<String, String>> routes = new ArrayList<>();
        int unknown = 0;
        for (String line : text.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length < 8 || !isHex(fields[1], 8) || !isHex(fields[2], 8) || !isHex(fields[7], 8)) {
                unknown++;
                continue;
            }
            boolean isDefault = fields[1].equals("00000000") && fields[7].equals("00000000");
            int prefix = Integer.bitCount((int) Long.parseLong(fields[7], 16));
            Map<String, String> route =
                    route("inet", isDefault ? "default" : dotted(fields[1]) + "/" + prefix, isDefault);
            route.put("device", fields[0]);
            route.put("gateway", dotted(fields[2]));
            route.put("type", rejects(fields[3]) ? "unreachable" : "unicast");
            route.put("table", "main");
            routes.add(route);
        }
        return new Routes(routes, unknown);
    }

    /// `/proc/net/ipv6_route` (net/ipv6/route.c, rt6_info_route): destination, prefix length, source, prefix length,
    /// next
    /// hop, metric, counters, flags, device.
    static Routes fromProc6(String text) {
        List<Map<String, String>> routes = new ArrayList<>();
        int unknown = 0;
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length < 10 || !isHex(fields[0], 32) || !isHex(fields[1], 2) || !isHex(fields[8], 8)) {
                unknown++;
                continue;
            }
            boolean isDefault = fields[0].equals("0".repeat(32)) && fields[1].equals("00");
            Map<String, String> route = route(
                    "inet6", isDefault ? "default" : fields[0] + "/" + Integer.parseInt(fields[1], 16), isDefault);
            route.put("device", fields[9]);
            route.put("gateway", fields[4]);
            route.put("type", rejects(fields[8]) ? "unreachable" : "unicast");
            route.put("table", "main");
            routes.add(route);
        }
        return new Routes(routes, unknown);
    }

    private static Map<String, String> route(String family, String destination, boolean isDefault) {
        Map<String, String> route = new TreeMap<>();
        route.put("family", family);
        route.put("destination", destination);
        route.put("default", isDefault ? "yes" : "no");
        route.put("device", NO_DEVICE);
        return route;
    }

    private static boolean rejects(String flags) {
        return (Long.parseLong(flags, 16) & 0x0200) != 0;
    }

    private static boolean isHex(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> HexFormat.isHexDigit(c));
    }

    private static String dotted(String word) {
        byte[] bytes = HexFormat.of().parseHex(word);
        return (bytes[3] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[0] & 0xff);
    }
}
