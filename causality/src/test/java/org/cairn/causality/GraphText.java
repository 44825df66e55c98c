package org.cairn.causality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.ingest.IngestSummary;

/// What was read, as text that a person can compare. Leaves out raw positions, so that two orders of one log compare.
public final class GraphText {
    private GraphText() {}

    /// Counts, rejected lines, gaps, then the edges in the order in which they were built.
    public static String of(Recording recording) {
        IngestSummary is = recording.summary();
        List<String> lines = new ArrayList<>();
        lines.add("lines " + is.lines() + ", records " + is.records() + ", rejected " + is.rejectedRecords());
        lines.add("events " + is.events() + ", activities " + is.activities() + ", unread " + is.unread() + ", foreign "
                + is.foreignEvents() + ", rejected " + is.rejectedEvents() + ", late " + is.lateEvents());
        is.rejections()
                .forEach(line -> lines.add("line " + line.number() + " at " + line.offset() + ": " + line.reason()));
        is.coverage().gaps().forEach(gap -> lines.add("gap " + gap.kind() + ": " + gap.detail()));
        is.coverage().changes().forEach(change -> lines.add("change: " + change.what()));
        lines.addAll(edges(recording.graph()));
        return String.join("\n", lines) + "\n";
    }

    public static List<String> edges(ProvenanceGraph graph) {
        return graph.edges().stream().map(edge -> edge(graph, edge)).toList();
    }

    public static String edge(ProvenanceGraph graph, Edge edge) {
        String proof = edge.records().size() > 1 && edge.until().isAfter(edge.at())
                ? " until " + edge.until().serial()
                : "";
        return edge.at().serial() + proof + " " + edge.action() + " " + edge.result() + " " + edge.basis() + ": "
                + node(graph, edge.cause()) + " -> " + node(graph, edge.effect());
    }

    public static String node(ProvenanceGraph graph, Node node) {
        return switch (node) {
            case ProcessNode process ->
                process.pid() + "@" + process.since().serial() + "#" + process.image() + " "
                        + graph.facts(process).flatMap(ProcessFacts::exe).orElse("?");
            case FileNode file ->
                switch (file.identity()) {
                            case FileNode.Stored(FileNode.Inode inode, int generation) ->
                                "file " + inode.device() + " " + inode.number() + "/" + generation + " ";
                            case FileNode.Named _ -> "name ";
                        }
                        + graph.paths(file).stream().map(GraphText::path).collect(Collectors.joining("|"));
            case SocketNode socket -> "socket " + socket.endpoint().text() + "/" + socket.connection();
        };
    }

    private static String path(FilePath path) {
        return switch (path) {
            case FilePath.Resolved(String text) -> text;
            case FilePath.Unresolved(String text) -> "?/" + text;
        };
    }
}
