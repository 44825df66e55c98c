package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.host.SocketOwners;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Every socket that waits for others: listening TCP, unconnected UDP.
public final class ListeningSocketsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "network.listening-sockets",
                    1,
                    "Listening sockets and who owns them",
                    List.of("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6", "/proc/<pid>/fd"))
            .withRoot("cairn collect (as root)", "the owning program of other users' sockets");
    private static final Map<String, String> WAITING = Map.of("tcp", "0A", "tcp6", "0A", "udp", "07", "udp6", "07");
    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members sockets = seen.population("listening-sockets");
        SocketOwners owners = SocketOwners.read(host);
        for (String table : TABLES) {
            table(seen, table, sockets).stream()
                    .flatMap(parsed -> parsed.sockets().stream())
                    .filter(socket -> socket.state().equals(WAITING.get(table)))
                    .forEach(socket -> sockets.add(item(table, socket, owners)));
        }
        owners.denied().ifPresent(seen::refuse);
        return seen.result();
    }

    /// One of the tables of the kernel's sockets. What keeps it from being seen whole is a refusal of `population`.
    static Optional<SocketTable> table(Observation seen, String table, Members population) throws InterruptedException {
        String path = "/proc/net/" + table;
        Optional<SocketTable> parsed = seen.text(path).map(SocketTable::parse);
        if (parsed.isEmpty() && (!table.endsWith("6") || hasIpv6(seen.host()))) {
            population.refuse(new Refusal(path, Refusal.Why.DENIED, "the table could not be read"));
        }
        parsed.filter(sockets -> sockets.unknownLines() > 0)
                .ifPresent(sockets -> population.refuse(
                        new Refusal(path, Refusal.Why.MALFORMED, sockets.unknownLines() + " unknown lines")));
        return parsed;
    }

    /// A kernel without IPv6 has neither its tables nor its settings.
    private static boolean hasIpv6(HostReader host) throws InterruptedException {
        return host.facts("/proc/net/tcp") instanceof Read.Refused
                || !(host.facts("/proc/sys/net/ipv6") instanceof Read.Refused<FileFacts>(Refusal refusal)
                        && refusal.why() == Refusal.Why.ABSENT);
    }

    private static Map<String, String> item(String table, SocketTable.Socket socket, SocketOwners owners) {
        Map<String, String> item = new TreeMap<>(Map.of(
                "protocol", table.substring(0, 3),
                "address", socket.address(),
                "port", Integer.toString(socket.port()),
                "scope", socket.scope(),
                "uid", Integer.toString(socket.uid())));
        owners.ownerOf(socket.inode()).ifPresent(owner -> item.put("owner", owner.name()));
        owners.ownerOf(socket.inode()).ifPresent(owner -> item.put("pid", Integer.toString(owner.pid())));
        return item;
    }
}
