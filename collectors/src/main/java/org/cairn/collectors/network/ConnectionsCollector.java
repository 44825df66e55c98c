package org.cairn.collectors.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.SocketOwners;
import org.cairn.collectors.text.IpAddress;
import org.cairn.evidence.Refusal;

/// Where this host is connected to at this moment, beside the networks that the operator names: connections of TCP that
/// are open or being opened, and UDP sockets with a peer.
public final class ConnectionsCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "network.connections",
                    1,
                    "Connections of this moment beside the declared networks",
                    List.of(
                            HostDeclaration.PATH,
                            "/proc/net/tcp",
                            "/proc/net/tcp6",
                            "/proc/net/udp",
                            "/proc/net/udp6",
                            "/proc/<pid>/fd"))
            .withRoot("cairn collect (as root)", "the owning program of other users' connections");
    private static final List<String> TABLES = List.of("tcp", "udp", "tcp6", "udp6");

    /// include/net/tcp_states.h: 1 established (of UDP too), 2 a connection that is being opened.
    private static final Set<String> STATES = Set.of("01", "02");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("network.prefixes", "no network is declared");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        List<Optional<Prefix>> prefixes =
                declared.texts("network.prefixes").stream().map(Prefix::parse).toList();
        Members connections = seen.population("connections");
        if (prefixes.contains(Optional.<Prefix>empty())) {
            connections.refuse(
                    new Refusal(HostDeclaration.PATH + " network.prefixes", Refusal.Why.MALFORMED, "one is no prefix"));
            return;
        }
        SocketOwners owners = SocketOwners.read(seen.host());
        for (String table : TABLES) {
            Optional<SocketTable> sockets = ListeningSocketsCollector.table(seen, table, connections);
            sockets.stream()
                    .flatMap(found -> found.sockets().stream())
                    .filter(socket -> STATES.contains(socket.state()))
                    .forEach(socket -> connections.add(item(table, socket, prefixes, owners)));
        }
        owners.denied().ifPresent(seen::refuse);
    }

    private static Map<String, String> item(
            String table, SocketTable.Socket socket, List<Optional<Prefix>> prefixes, SocketOwners owners) {
        Optional<IpAddress> remote = IpAddress.parse(socket.remoteAddress()).map(IpAddress::unmapped);
        boolean local = remote.stream()
                .anyMatch(address ->
                        address.scope() == IpAddress.Scope.LOOPBACK || address.scope() == IpAddress.Scope.LINK_LOCAL);
        boolean declared = remote.stream()
                .anyMatch(address -> prefixes.stream()
                        .anyMatch(prefix -> prefix.orElseThrow().holds(address)));
        Map<String, String> values = new TreeMap<>(Map.of(
                "protocol", table.substring(0, 3),
                "remote", socket.remoteAddress(),
                "port", Integer.toString(socket.remotePort()),
                "inside", local || declared ? "yes" : "no"));
        owners.ownerOf(socket.inode()).ifPresent(owner -> values.put("owner", owner.name()));
        return values;
    }
}
