package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// One answer: the nodes that were meant, what was found, what was left out, and what the record can speak about.
/// @param question as typed, e.g. `why`
/// @param meant    what the words of the question fit
/// @param all      edges in all, where only the first are in the answer
/// @param complete false if the search was given up at its limits
record RuntimeAnswer(
        RuntimeRecord record,
        Window window,
        String question,
        Set<Node> meant,
        List<Edge> edges,
        List<Pruned> pruned,
        long all,
        boolean complete) {
    RuntimeAnswer {
        edges = edges.stream().sorted(Comparator.comparing(Edge::at)).toList();
    }

    Json json(RuntimeOptions options) throws Refused {
        RuntimeRecords records = RuntimeRecords.behind(record, edges, options.raw());
        Map<Node, Integer> numbers = numbers();
        List<Json> nodes = new ArrayList<>();
        numbers.forEach((node, number) -> nodes.add(node(node, number)));
        return Json.object()
                .with("question", question)
                .with("nodes", new JsonArray(nodes))
                .with(
                        "edges",
                        new JsonArray(edges.stream()
                                .map(edge -> edge(edge, numbers, records))
                                .toList()))
                .with("edgesInAll", all)
                .with("complete", new JsonFlag(complete && pruned.isEmpty()))
                .with(
                        "pruned",
                        new JsonArray(pruned.stream()
                                .map(left -> pruned(left, numbers))
                                .toList()))
                .with("coverage", new RuntimeCoverage(record, window).json())
                .build();
    }

    private Map<Node, Integer> numbers() {
        Set<Node> nodes = new LinkedHashSet<>(meant);
        edges.forEach(edge -> {
            nodes.add(edge.cause());
            nodes.add(edge.effect());
        });
        pruned.forEach(left -> nodes.add(left.node()));
        Map<Node, Integer> numbers = new LinkedHashMap<>();
        nodes.forEach(node -> numbers.put(node, numbers.size() + 1));
        return numbers;
    }

    private Json node(Node node, int number) {
        Optional<ProcessNode> process = node instanceof ProcessNode is ? Optional.of(is) : Optional.empty();
        Optional<ProcessFacts> facts = process.flatMap(record.graph()::facts);
        Optional<FileNode> file = node instanceof FileNode is ? Optional.of(is) : Optional.empty();
        Optional<Endpoint> endpoint = node instanceof SocketNode is ? Optional.of(is.endpoint()) : Optional.empty();
        return Json.object()
                .with("node", number)
                .with("kind", process.isPresent() ? "process" : file.isPresent() ? "file" : "socket")
                .with("host", JsonOutput.text(node.host()))
                .with("text", JsonOutput.text(new RuntimeText(record.graph()).node(node)))
                .with("meant", new JsonFlag(meant.contains(node)))
                .with("pid", process.<Json>map(is -> Json.number(is.pid())).orElse(new JsonNull()))
                .with(
                        "since",
                        JsonOutput.text(process.map(is -> is.since().time().toString())))
                .with("program", JsonOutput.text(facts.flatMap(ProcessFacts::exe)))
                .with(
                        "arguments",
                        JsonOutput.texts(facts.map(ProcessFacts::arguments).orElse(List.of())))
                .with("user", JsonOutput.text(facts.flatMap(ProcessFacts::uid)))
                .with("effectiveUser", JsonOutput.text(facts.flatMap(ProcessFacts::euid)))
                .with("login", JsonOutput.text(facts.flatMap(ProcessFacts::auid)))
                .with("container", JsonOutput.text(facts.flatMap(ProcessFacts::container)))
                .with(
                        "paths",
                        JsonOutput.texts(file.map(is -> record.graph().paths(is).stream()
                                        .map(RuntimeText::path)
                                        .toList())
                                .orElse(List.of())))
                .with("endpoint", JsonOutput.text(endpoint.map(Endpoint::text)))
                .build();
    }

    private static Json edge(Edge edge, Map<Node, Integer> numbers, RuntimeRecords records) {
        return Json.object()
                .with("from", numbers.getOrDefault(edge.cause(), 0))
                .with("to", numbers.getOrDefault(edge.effect(), 0))
                .with("action", code(edge.action()))
                .with("result", code(edge.result()))
                .with("basis", code(edge.basis()))
                .with("at", edge.at().time().toString())
                .with("until", edge.until().time().toString())
                .with("serial", edge.at().serial())
                .with("records", records.json(edge.records()))
                .build();
    }

    private static Json pruned(Pruned left, Map<Node, Integer> numbers) {
        return Json.object()
                .with("node", numbers.getOrDefault(left.node(), 0))
                .with("reason", code(left.reason()))
                .with("edges", left.edges())
                .build();
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void printTo(PrintStream out) {
        RuntimeText text = new RuntimeText(record.graph());
        meant.stream().limit(20).forEach(node -> out.println(Table.printable(text.node(node))));
        if (meant.size() > 20) {
            out.println("and " + (meant.size() - 20) + " more that the words fit");
        }
        out.println();
        Table table = new Table("time", "serial", "cause", "", "effect");
        edges.forEach(edge -> table.row(
                edge.at().time().toString(),
                "" + edge.at().serial(),
                text.node(edge.cause()),
                RuntimeText.action(edge),
                text.node(edge.effect())));
        table.printTo(out);
        if (all > edges.size()) {
            out.println("the first " + edges.size() + " of " + all + "; --most shows more");
        }
        printLeftOut(out);
        new RuntimeCoverage(record, window).printTo(out);
    }

    private void printLeftOut(PrintStream out) {
        Map<Pruned.Reason, Integer> reasons = new TreeMap<>();
        pruned.forEach(left -> reasons.merge(left.reason(), left.edges(), Integer::sum));
        reasons.forEach((reason, count) -> out.println("left out: " + count + " edges, " + code(reason)));
        if (!complete) {
            out.println(
                    "the search was given up at its limits: finding nothing proves nothing; --depth and --nodes go further");
        }
    }
}
