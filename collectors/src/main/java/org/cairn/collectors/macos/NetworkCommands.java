package org.cairn.collectors.macos;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// Sockets, routes, name servers and packet filter of macOS.
final class NetworkCommands {
    private static final Pattern NAME_SERVER = Pattern.compile("(?m)^\\s*nameserver\\[\\d+]\\s*:\\s*(\\S+)\\s*$");

    private NetworkCommands() {}

    static Collector sockets() {
        return CommandCollector.of("macos.sockets", "Listening sockets of macOS", sockets("tcp"), sockets("udp"));
    }

    private static Reading sockets(String protocol) {
        return Words.reading(
                "sockets-" + protocol,
                Command.of("netstat", "-anl", "-p", protocol),
                (printed, seen) -> {
                    List<Map<String, String>> found = Netstat.waiting(protocol, printed);
                    found.forEach(seen.population("listening-sockets")::add);
                },
                "listening-sockets");
    }

    static Collector routes() {
        return CommandCollector.of("macos.routes", "Routes of macOS", routes("inet"), routes("inet6"));
    }

    private static Reading routes(String family) {
        return Words.reading(
                "routes-" + family,
                Command.of("netstat", "-rnl", "-f", family),
                (printed, seen) -> {
                    List<Map<String, String>> found = Netstat.routes(family, printed);
                    found.forEach(seen.population("routes")::add);
                },
                "routes");
    }

    static Collector nameServers() {
        return CommandCollector.of(
                "macos.name-resolution",
                "Name servers of macOS",
                Words.reading("dns", Command.of("scutil", "--dns"), NetworkCommands::nameServers, "resolvers"));
    }

    private static void nameServers(String printed, Observation seen) throws MalformedOutput {
        if (!printed.contains("DNS configuration") && !printed.contains("No DNS configuration")) {
            throw new MalformedOutput("does not begin with 'DNS configuration'");
        }
        Matcher server = NAME_SERVER.matcher(printed);
        while (server.find()) {
            seen.population("resolvers")
                    .add("address", server.group(1), "scope", Netstat.scope(server.group(1)), "source", "scutil --dns");
        }
        seen.population("resolvers");
    }

    static Collector packetFilter() {
        return CommandCollector.of(
                        "macos.packet-filter",
                        "Packet filter and application firewall of macOS",
                        Words.fact("pf-info", Command.of("pfctl", "-s", "info"), "pf-status", "^Status: (\\w+)"),
                        Words.reading(
                                "pf-rules",
                                Command.of("pfctl", "-a", "*", "-s", "rules"),
                                NetworkCommands::packetFilter),
                        Words.fact(
                                "application-firewall",
                                Command.of("socketfilterfw", "--getglobalstate"),
                                "application-firewall-state",
                                "\\(State = (\\d)\\)"))
                .withRoot(
                        "sudo pfctl -s info; sudo pfctl -a '*' -s rules",
                        "the packet filter: it is shown to root alone");
    }

    private static void packetFilter(String printed, Observation seen) throws MalformedOutput {
        PacketFilter filter = PacketFilter.parse(printed);
        if (filter.unknown() > 0) {
            throw new MalformedOutput(filter.unknown() + " lines are no rules that are known");
        }
        seen.fact("pf-blocks-out-ipv4", filter.blocksIpv4() ? "yes" : "no");
        seen.fact("pf-blocks-out-ipv6", filter.blocksIpv6() ? "yes" : "no");
    }
}
