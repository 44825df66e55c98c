package org.cairn.causality.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Coverage;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Result;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.query.Forward;
import org.cairn.causality.query.ForwardAnswer;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;

/// One event and what led to it, as far as the record tells.
/// @param event    the point at which things went another way than they should
/// @param chain    what led to it and itself, in the order of time
/// @param origins  things of the chain to which the record knows no cause, the earliest first: the first cause lies
///                 with one of them, or before the record
/// @param affected files that were read on the way, the earliest first
/// @param unsearched files of which nobody asked where they went, because there are too many
/// @param pruned   what the chain leaves out
/// @param gaps     times between the first of the chain and the event of which the record says nothing, or not all
public record Incident(
        RuntimeRecord record,
        Edge event,
        List<Edge> chain,
        List<Node> origins,
        List<Affected> affected,
        int unsearched,
        List<Pruned> pruned,
        List<Coverage.Gap> gaps) {
    /// Each file is searched forward by itself.
    private static final int MOST_FILES = 200;

    public Incident {
        chain = List.copyOf(chain);
        origins = List.copyOf(origins);
        affected = List.copyOf(affected);
        pruned = List.copyOf(pruned);
        gaps = List.copyOf(gaps);
    }

    public static Incident of(RuntimeRecord record, Edge event) {
        BackwardAnswer answer = Backward.from(record.graph(), event, Limits.USUAL);
        List<Edge> chain =
                answer.edges().stream().sorted(Comparator.comparing(Edge::at)).toList();
        Map<FileNode, Edge> read = read(chain);
        List<Destination> places = Destinations.of(record.graph()).stream()
                .filter(place -> place.edge().result() != Result.FAILED)
                .toList();
        List<Affected> affected = new ArrayList<>();
        read.entrySet().stream().limit(MOST_FILES).forEach(entry -> {
            Edge edge = entry.getValue();
            affected.add(new Affected(entry.getKey(), edge, reached(record, edge, places)));
        });
        Moment begin = chain.isEmpty() ? event.at() : chain.getFirst().at();
        Window window = new Window(
                Optional.of(begin.time()),
                Optional.of(event.until().later(event.at()).time()));
        return new Incident(
                record,
                event,
                chain,
                origins(chain),
                affected,
                Math.max(0, read.size() - MOST_FILES),
                answer.pruned(),
                record.gaps(window));
    }

    /// As it is drawn.
    public Subject subject() {
        return new Subject(record.graph(), chain, Set.of(), Optional.of(event));
    }

    /// The first moment of the chain.
    public Instant begin() {
        return chain.isEmpty() ? event.at().time() : chain.getFirst().at().time();
    }

    private static Map<FileNode, Edge> read(List<Edge> chain) {
        Map<FileNode, Edge> read = new LinkedHashMap<>();
        for (Edge edge : chain) {
            if (edge.action() == Action.READ
                    && edge.result() != Result.FAILED
                    && edge.cause() instanceof FileNode file) {
                read.putIfAbsent(file, edge);
            }
        }
        return read;
    }

    private static List<Destination> reached(RuntimeRecord record, Edge read, List<Destination> places) {
        ForwardAnswer answer = Forward.from(record.graph(), Set.of(read.effect()), read.at(), Limits.USUAL);
        Set<Edge> ways = answer.edges();
        return places.stream().filter(place -> ways.contains(place.edge())).toList();
    }

    private static List<Node> origins(List<Edge> chain) {
        Set<Node> caused = new HashSet<>();
        chain.forEach(edge -> caused.add(edge.effect()));
        return chain.stream()
                .map(Edge::cause)
                .filter(node -> !caused.contains(node))
                .distinct()
                .toList();
    }
}
