package org.cairn.collectors.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.command.CommandCollector;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.command.Row;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.IpAddress;

/// Firewall, sockets, routes and name servers of Windows (modules NetSecurity, NetTCPIP and DnsClient).
final class NetworkQueries {
    private static final String RULES =
            "Get-Item -Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules',"
                    + "'HKLM:\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules' -ErrorAction SilentlyContinue"
                    + " | ForEach-Object {$k=$_; $k.GetValueNames() | ForEach-Object {[pscustomobject]@{Name=$_;Value=$k.GetValue($_)}}}";
    private static final String OWNER =
            ",@{n='Owner';e={(Get-Process -Id $_.OwningProcess -ErrorAction SilentlyContinue).ProcessName}}";
    private static final String ON = "1";
    private static final String OFF = "0";
    private static final String BLOCK = "4";
    private static final String ALLOW = "2";
    private static final String FORWARDING = "1";
    private static final Set<String> DEFAULT = Set.of("0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1");

    private NetworkQueries() {}

    static Collector firewall() {
        return CommandCollector.of(
                "windows.firewall",
                "Profiles and rules of Windows Firewall",
                new Reading(
                        "Get-NetFirewallProfile -PolicyStore ActiveStore",
                        PowerShell.list(
                                "firewall-profiles",
                                "Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name,"
                                        + "@{n='On';e={[int]$_.Enabled}},@{n='Outbound';e={[int]$_.DefaultOutboundAction}}"),
                        List.of("firewall-profiles"),
                        NetworkQueries::profiles),
                new Reading(
                        "registry: FirewallPolicy\\FirewallRules",
                        PowerShell.list("firewall-rules", RULES),
                        List.of("firewall-rules"),
                        NetworkQueries::rules));
    }

    /// `Enabled` is 0 or 1, `DefaultOutboundAction` 2 (allow) or 4 (block); 0 is not configured, which allows.
    private static void profiles(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            Map<String, String> values = new TreeMap<>(Map.of("name", row.text("Name")));
            switch (row.text("On")) {
                case ON -> values.put("on", "yes");
                case OFF -> values.put("on", "no");
                default -> {} // not configured, and nobody can tell what follows
            }
            switch (row.text("Outbound")) {
                case BLOCK -> values.put("outbound", "block");
                case ALLOW, OFF -> values.put("outbound", "allow");
                default -> {}
            }
            found.add(values);
        }
        found.forEach(seen.population("firewall-profiles")::add);
    }

    private static void rules(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            Optional<FirewallRule> rule = FirewallRule.parse(row.text("Value"));
            if (rule.isEmpty()) {
                throw new MalformedOutput("the rule " + row.text("Name") + " has no form that is documented");
            }
            found.add(Map.of("rule", row.text("Name"), "opens-all", rule.get().opensEverything() ? "yes" : "no"));
        }
        found.forEach(seen.population("firewall-rules")::add);
    }

    static Collector sockets() {
        return CommandCollector.of(
                        "windows.sockets",
                        "Listening sockets of Windows and who owns them",
                        sockets(
                                "tcp",
                                "Get-NetTCPConnection -State Listen",
                                "Get-NetTCPConnection -State Listen | Select-Object LocalAddress,LocalPort" + OWNER),
                        sockets(
                                "udp",
                                "Get-NetUDPEndpoint",
                                "Get-NetUDPEndpoint | Select-Object LocalAddress,LocalPort" + OWNER))
                .withRoot("cairn collect (as administrator)", "the owning program of other users' sockets");
    }

    private static Reading sockets(String protocol, String name, String expression) {
        return new Reading(
                name,
                PowerShell.list("listening-" + protocol, expression),
                List.of("listening-sockets"),
                (printed, seen) -> sockets(protocol, printed, seen));
    }

    private static void sockets(String protocol, String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            Map<String, String> values = new TreeMap<>(Map.of(
                    "protocol", protocol,
                    "address", row.text("LocalAddress"),
                    "port", row.text("LocalPort"),
                    "scope", scope(row.text("LocalAddress")).orElse("not an address")));
            row.value("Owner").ifPresent(owner -> values.put("owner", owner));
            found.add(values);
        }
        found.forEach(seen.population("listening-sockets")::add);
    }

    static Collector routes() {
        return CommandCollector.of(
                "windows.routes",
                "Routes, forwarding and name servers of Windows",
                new Reading(
                        "Get-NetRoute",
                        PowerShell.list(
                                "routes", "Get-NetRoute | Select-Object DestinationPrefix,NextHop,InterfaceAlias"),
                        List.of("routes"),
                        NetworkQueries::routes),
                new Reading(
                        "Get-NetIPInterface",
                        PowerShell.list(
                                "ip-interfaces",
                                "Get-NetIPInterface | Select-Object InterfaceAlias,@{n='Forwarding';e={[int]$_.Forwarding}}"),
                        List.of("ip-interfaces"),
                        NetworkQueries::interfaces),
                new Reading(
                        "Get-DnsClientServerAddress",
                        PowerShell.list(
                                "name-servers",
                                "Get-DnsClientServerAddress | Select-Object InterfaceAlias,@{n='Servers';e={@($_.ServerAddresses)}}"),
                        List.of("resolvers"),
                        NetworkQueries::resolvers));
    }

    private static void routes(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            String destination = row.text("DestinationPrefix");
            found.add(Map.of(
                    "destination",
                    destination,
                    "default",
                    DEFAULT.contains(destination) ? "yes" : "no",
                    "gateway",
                    row.text("NextHop"),
                    "device",
                    row.text("InterfaceAlias")));
        }
        found.forEach(seen.population("routes")::add);
    }

    /// MSFT_NetIPInterface: 1 is enabled, 2 disabled.
    private static void interfaces(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            found.add(Map.of(
                    "interface",
                    row.text("InterfaceAlias"),
                    "forwarding",
                    row.text("Forwarding").equals(FORWARDING) ? "yes" : "no"));
        }
        found.forEach(seen.population("ip-interfaces")::add);
    }

    private static void resolvers(String printed, Observation seen) throws MalformedOutput {
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row : Row.all(printed)) {
            String source = row.text("InterfaceAlias");
            row.texts("Servers")
                    .forEach(server -> found.add(Map.of(
                            "address", server, "scope", scope(server).orElse("not an address"), "source", source)));
        }
        Members resolvers = seen.population("resolvers");
        found.forEach(resolvers::add);
    }

    /// Windows puts `fec0:0:0:ffff::1` to `3` where no server is set; RFC 3879 took site-local addresses out of use,
    /// and
    /// none is routed.
    private static Optional<String> scope(String address) {
        String bare = address.replaceFirst("%.*$", "");
        return bare.startsWith("fec0:")
                ? Optional.of("site-local")
                : IpAddress.parse(bare).map(found -> found.scope().text());
    }
}
