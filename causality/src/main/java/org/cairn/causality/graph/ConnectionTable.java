package org.cairn.causality.graph;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Activity;
import org.cairn.causality.Basis;
import org.cairn.causality.Deed;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.proof.Bytes;

/// Follows connections through descriptors. A connect's record names the server's address only, an accept's the
/// client's only; where both are on this host they are matched in order, as the kernel queues them (listen(2)).
final class ConnectionTable {
    /// How long a connection may wait to be accepted; older ones are taken to have been accepted unrecorded.
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int MOST_WAITING = 1_024;

    /// How long the ends of a closed connection are not used again (TCP_TIMEWAIT_LEN, include/net/tcp.h).
    private static final Duration LONGEST_GHOST = Duration.ofSeconds(60);

    private static final int MOST_HALVES = 10_000;

    private record Key(String host, Endpoint endpoint) {}

    /// The ends of a connection, whichever is whose.
    private record Pair(String host, Deed.Transport transport, Set<Endpoint> ends) {}

    private record Half(SocketNode socket, Moment at) {}

    private record Asked(SocketNode socket, Moment at) {}

    private final ProvenanceGraph graph;
    private final NodeBytes form;
    private final Dictionary places = new Dictionary();
    /// How many connections each place has had.
    private final IntColumn counts = new IntColumn();
    private final Set<Key> listening = new HashSet<>();
    private final LinkedHashMap<Pair, Half> halves = new LinkedHashMap<>();
    private final Map<Key, Deque<Asked>> asked = new HashMap<>();
    private final Map<Key, Deque<Integer>> taken = new HashMap<>();

    ConnectionTable(ProvenanceGraph graph) {
        this.graph = graph;
        this.form = NodeBytes.writing(graph.texts());
    }

    void bound(ProcessLife life, Deed.Bound deed, Activity activity) {
        SocketNode socket = fresh(activity.host(), deed.local());
        graph.add(edge(life.imageAt(activity.at()), socket, Action.BIND, activity));
        if (activity.result() == Result.SUCCEEDED) {
            deed.descriptor()
                    .ifPresent(number -> life.descriptors().put(number, new Descriptor.Listening(deed.local())));
            listening.add(new Key(activity.host(), deed.local()));
        }
    }

    void connected(ProcessLife life, Deed.Connected deed, Activity activity) {
        ProcessNode process = life.imageAt(activity.at());
        Optional<Key> server = activity.result() == Result.FAILED ? Optional.empty() : server(activity, deed.peer());
        Optional<Integer> accepted = server.flatMap(key -> Optional.ofNullable(taken.get(key)))
                .flatMap(queue -> Optional.ofNullable(queue.pollFirst()))
                .filter(earlier -> near(graph.edge(earlier).at(), activity.at(), ProcessTable.SLACK));
        SocketNode socket = fresh(activity.host(), deed.peer());
        boolean datagram = isDatagram(deed.descriptor().flatMap(life::descriptor), deed.peer());
        Result result = datagram && activity.result() == Result.SUCCEEDED ? Result.ATTEMPTED : activity.result();
        int index = graph.add(
                new Edge(process, socket, Action.CONNECT, result, Basis.RECORDED, activity.at(), activity.records()));
        deed.descriptor()
                .ifPresent(number -> life.descriptors().put(number, new Descriptor.Outgoing(socket, index, datagram)));
        if (accepted.isPresent()) {
            joinEarlier(accepted.get(), socket, activity.at());
        } else {
            server.ifPresent(key -> wait(key, new Asked(socket, activity.at())));
        }
    }

    /// Where the socket's making was not recorded, ports 0 and 53 stand for datagrams: resolvers try addresses and ask
    /// name servers so.
    private static boolean isDatagram(Optional<Descriptor> known, Endpoint peer) {
        if (!(peer instanceof Endpoint.Inet inet)) {
            return false;
        }
        return switch (known.orElse(new Descriptor.Unconnected(Deed.Transport.OTHER))) {
            case Descriptor.Unconnected(Deed.Transport transport)
            when transport != Deed.Transport.OTHER -> transport == Deed.Transport.DATAGRAM;
            case Descriptor.Unconnected _, Descriptor.Outgoing _, Descriptor.Listening _, Descriptor.Writing _ ->
                inet.port() == 0 || inet.port() == 53;
        };
    }

    private void wait(Key server, Asked connection) {
        Deque<Asked> queue = asked.computeIfAbsent(server, _ -> new ArrayDeque<>());
        queue.addLast(connection);
        if (queue.size() > MOST_WAITING) {
            queue.removeFirst();
        }
    }

    /// The accept's record came before the connect's; it cannot have taken effect before the connect began.
    private void joinEarlier(int accept, SocketNode socket, Moment connect) {
        Edge before = graph.edge(accept);
        Moment at = before.at().later(connect);
        graph.replace(
                accept,
                new Edge(
                        socket, before.effect(), Action.ACCEPT, before.result(), Basis.INFERRED, at, before.records()));
    }

    void accepted(ProcessLife life, Deed.Accepted deed, Activity activity) {
        deed.descriptor().ifPresent(life.descriptors()::remove);
        Optional<Endpoint> local = deed.listening().flatMap(life::descriptor).flatMap(ConnectionTable::listening);
        Endpoint named = deed.peer().or(() -> local).orElse(new Endpoint.Other(0)); // AF_UNSPEC
        Optional<Key> server = local.filter(_ -> activity.result() == Result.SUCCEEDED && named.isLocal())
                .map(at -> new Key(activity.host(), at));
        Optional<Asked> client = server.flatMap(key -> waiting(key, activity.at()));
        ProcessNode process = life.imageAt(activity.at());
        if (client.isPresent()) {
            Moment at = activity.at().later(client.get().at());
            graph.add(new Edge(
                    client.get().socket(),
                    process,
                    Action.ACCEPT,
                    activity.result(),
                    Basis.INFERRED,
                    at,
                    activity.records()));
            return;
        }
        SocketNode socket = fresh(activity.host(), named);
        int index = graph.add(edge(socket, process, Action.ACCEPT, activity));
        server.ifPresent(key -> takenAlone(key, index));
    }

    /// Both ends of one connection are one node, whoever of the two was seen first. The same ends later are another
    /// connection.
    void joined(ProcessLife life, Deed.Joined deed, Activity activity) {
        Pair pair = new Pair(activity.host(), deed.transport(), Set.copyOf(List.of(deed.local(), deed.peer())));
        SocketNode socket = Optional.ofNullable(halves.get(pair))
                .filter(half -> near(half.at(), activity.at(), LONGEST_GHOST))
                .map(Half::socket)
                .orElseGet(() -> fresh(activity.host(), deed.peer()));
        halves.remove(pair);
        halves.put(pair, new Half(socket, activity.at()));
        if (halves.size() > MOST_HALVES) {
            halves.pollFirstEntry();
        }
        ProcessNode process = life.imageAt(activity.at());
        boolean asked = deed.side() == Deed.Side.ASKED;
        boolean datagram = deed.transport() == Deed.Transport.DATAGRAM;
        int index = graph.add(new Edge(
                asked ? process : socket,
                asked ? socket : process,
                asked ? Action.CONNECT : Action.ACCEPT,
                datagram ? Result.ATTEMPTED : activity.result(),
                Basis.INFERRED,
                activity.at(),
                activity.records()));
        if (asked) {
            deed.descriptor()
                    .ifPresent(
                            number -> life.descriptors().put(number, new Descriptor.Outgoing(socket, index, datagram)));
        }
    }

    private void takenAlone(Key server, int accept) {
        Deque<Integer> queue = taken.computeIfAbsent(server, _ -> new ArrayDeque<>());
        queue.addLast(accept);
        if (queue.size() > MOST_WAITING) {
            queue.removeFirst();
        }
    }

    private static Optional<Endpoint> listening(Descriptor descriptor) {
        return descriptor instanceof Descriptor.Listening(Endpoint at) ? Optional.of(at) : Optional.empty();
    }

    private Optional<Asked> waiting(Key server, Moment at) {
        Deque<Asked> queue = asked.getOrDefault(server, new ArrayDeque<>());
        while (!queue.isEmpty() && !near(queue.getFirst().at(), at, LONGEST_WAIT)) {
            queue.removeFirst();
        }
        return Optional.ofNullable(queue.pollFirst());
    }

    /// Data that was taken on a descriptor proves that its connection stands; on a socket that is still connecting the
    /// call fails with EAGAIN (send(2)).
    void sent(ProcessLife life, Deed.Sent deed, Activity activity) {
        Optional<Descriptor.Outgoing> known =
                life.descriptors().get(deed.descriptor()) instanceof Descriptor.Outgoing outgoing
                        ? Optional.of(outgoing)
                        : Optional.empty();
        if (deed.destination().isPresent()) {
            sentTo(life, deed, known, deed.destination().get(), activity);
        } else if (deed.sizeBytes() > 0 && known.isPresent()) {
            confirm(known.get(), activity);
        }
    }

    private void sentTo(
            ProcessLife life, Deed.Sent deed, Optional<Descriptor.Outgoing> known, Endpoint to, Activity activity) {
        SocketNode socket = known.map(Descriptor.Outgoing::socket)
                .filter(open -> open.endpoint().equals(to))
                .orElseGet(() -> fresh(activity.host(), to));
        int index = graph.add(edge(life.imageAt(activity.at()), socket, Action.SEND, activity));
        life.descriptors().put(deed.descriptor(), new Descriptor.Outgoing(socket, index, true));
    }

    private void confirm(Descriptor.Outgoing used, Activity activity) {
        Edge before = graph.edge(used.edge());
        if (before.result() != Result.FAILED && !before.at().isAfter(activity.at())) {
            Edge after = used.datagram()
                    ? before.atWork(activity.at())
                    : before.confirmed(activity.at(), activity.records());
            graph.replace(used.edge(), after);
        }
    }

    private static boolean near(Moment one, Moment other, Duration limit) {
        return Duration.between(one.time(), other.time()).abs().compareTo(limit) <= 0;
    }

    /// The listening endpoint on this host that a connect to `peer` reaches, if its bind was recorded.
    private Optional<Key> server(Activity activity, Endpoint peer) {
        Key exact = new Key(activity.host(), peer);
        if (listening.contains(exact)) {
            return Optional.of(exact);
        }
        if (!(peer instanceof Endpoint.Inet(Bytes address, int port)) || !peer.isLocal()) {
            return Optional.empty();
        }
        Key wildcard = new Key(activity.host(), new Endpoint.Inet(zero(address.size()), port));
        Key both = new Key(activity.host(), new Endpoint.Inet(zero(16), port));
        return listening.contains(wildcard)
                ? Optional.of(wildcard)
                : Optional.of(both).filter(listening::contains);
    }

    private static Bytes zero(int sizeBytes) {
        return Bytes.copyOf(new byte[sizeBytes]);
    }

    private SocketNode fresh(String host, Endpoint endpoint) {
        int place = places.number(form.of(host, endpoint));
        counts.reach(place, 0);
        int number = counts.get(place);
        counts.set(place, number + 1);
        return new SocketNode(host, endpoint, number);
    }

    private static Edge edge(Node cause, Node effect, Action action, Activity activity) {
        return new Edge(cause, effect, action, activity.result(), Basis.RECORDED, activity.at(), activity.records());
    }
}
