package org.cairn.causality.query;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;

/// What a person means by a few words: every node of a graph that they fit. All uses of a process id, all generations
/// of a file and all connections with a place are meant, and the answer says which they were.
public record Selector(Kind kind, String value) {
    public enum Kind {
        /// A file by any of its names.
        FILE,
        /// Files below a folder.
        UNDER,
        /// Processes by id.
        PID,
        /// Processes by the program they run, as the kernel names it.
        EXE,
        /// Processes of a user, by real or effective id (or name, where the source gives names).
        USER,
        /// Processes in a container.
        CONTAINER,
        /// Connections by address and port, `unix:` and path, or address alone.
        SOCKET,
        /// What one event, by its serial number, was about.
        SERIAL
    }

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /// `/srv/a`, `file:/srv/a`, `under:/srv/`, `pid:7`, `exe:/usr/bin/nc`, `user:0`, `container:ab12`, `serial:99`,
    /// `203.0.113.50:443`, `[2001:db8::1]:443`, `203.0.113.50`, `unix:/run/x.sock`. Empty if it is none of them.
    public static Optional<Selector> parse(String text) {
        if (text.startsWith("/")) {
            return Optional.of(new Selector(Kind.FILE, text));
        }
        int colon = text.indexOf(':');
        String word = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        Optional<Kind> kind = switch (word) {
            case "file" -> Optional.of(Kind.FILE);
            case "under" -> Optional.of(Kind.UNDER);
            case "pid" -> Optional.of(Kind.PID);
            case "exe" -> Optional.of(Kind.EXE);
            case "user" -> Optional.of(Kind.USER);
            case "container" -> Optional.of(Kind.CONTAINER);
            case "serial" -> Optional.of(Kind.SERIAL);
            default -> Optional.empty();
        };
        boolean number =
                kind.filter(known -> known == Kind.PID || known == Kind.SERIAL).isPresent();
        if (kind.isPresent()) {
            return rest.isEmpty() || number && !NUMBER.matcher(rest).matches()
                    ? Optional.empty()
                    : kind.map(known -> new Selector(known, rest));
        }
        boolean place = text.startsWith("unix:")
                || text.matches("[0-9.]+(:\\d{1,5})?")
                || text.matches("\\[[0-9a-fA-F:.]+](:\\d{1,5})?");
        return place ? Optional.of(new Selector(Kind.SOCKET, text)) : Optional.empty();
    }

    /// In the order in which the nodes were first met.
    public Set<Node> in(ProvenanceGraph graph) {
        Set<Node> found = new LinkedHashSet<>();
        if (kind == Kind.SERIAL) {
            edges(graph).forEach(edge -> {
                found.add(edge.cause());
                found.add(edge.effect());
            });
            return found;
        }
        graph.nodes().stream().filter(node -> fits(graph, node)).forEach(found::add);
        return found;
    }

    /// The edges of the event with that serial number; none for other kinds.
    public Set<Edge> edges(ProvenanceGraph graph) {
        Set<Edge> found = new LinkedHashSet<>();
        if (kind == Kind.SERIAL) {
            long serial = Long.parseLong(value);
            graph.edges().stream().filter(edge -> edge.at().serial() == serial).forEach(found::add);
        }
        return found;
    }

    private boolean fits(ProvenanceGraph graph, Node node) {
        return switch (kind) {
            case FILE -> named(graph, node, value::equals);
            case UNDER -> {
                String folder = value.endsWith("/") ? value : value + "/";
                yield named(graph, node, path -> path.startsWith(folder));
            }
            case PID -> node instanceof ProcessNode process && process.pid() == Long.parseLong(value);
            case EXE ->
                has(graph, node, facts -> facts.exe().filter(value::equals).isPresent());
            case USER ->
                has(
                        graph,
                        node,
                        facts -> facts.uid().filter(value::equals).isPresent()
                                || facts.euid().filter(value::equals).isPresent());
            case CONTAINER ->
                has(
                        graph,
                        node,
                        facts -> facts.container().filter(value::equals).isPresent());
            case SOCKET ->
                node instanceof SocketNode socket && addresses(socket.endpoint().text());
            case SERIAL -> false;
        };
    }

    private boolean addresses(String endpoint) {
        return endpoint.equals(value) || endpoint.startsWith(value + ":") && !value.endsWith(":");
    }

    private static boolean named(ProvenanceGraph graph, Node node, Predicate<String> name) {
        return node instanceof FileNode file && graph.paths(file).stream().anyMatch(path -> name.test(path.text()));
    }

    private static boolean has(ProvenanceGraph graph, Node node, Predicate<ProcessFacts> wanted) {
        return node instanceof ProcessNode process
                && graph.facts(process).filter(wanted).isPresent();
    }
}
