package org.cairn.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;

/// Nodes and edges of a record as one line for a person.
record RuntimeText(ProvenanceGraph graph) {
    String node(Node node) {
        return switch (node) {
            case ProcessNode process -> process(process);
            case FileNode file -> file(file);
            case SocketNode socket -> socket.endpoint().text() + " (connection " + socket.connection() + ")";
        };
    }

    private String process(ProcessNode process) {
        String program = graph.facts(process).flatMap(ProcessFacts::exe).orElse("an unrecorded program");
        List<String> arguments =
                graph.facts(process).map(ProcessFacts::arguments).orElse(List.of());
        String words = arguments.isEmpty() ? "" : " [" + shortened(String.join(" ", arguments)) + "]";
        String user = graph.facts(process)
                .flatMap(ProcessFacts::uid)
                .map(uid -> ", user " + uid)
                .orElse("");
        return "process " + process.pid() + " " + program + words + user;
    }

    private static String shortened(String text) {
        return text.length() <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private String file(FileNode file) {
        String names = graph.paths(file).stream().map(RuntimeText::path).collect(Collectors.joining(" = "));
        return switch (file.identity()) {
            case FileNode.Named _ -> names;
            case FileNode.Stored(FileNode.Inode inode, int generation) ->
                (names.isEmpty() ? "a file without a recorded name" : names) + " (inode " + inode.number()
                        + (generation > 0 ? ", use " + (generation + 1) : "") + ")";
        };
    }

    static String path(FilePath path) {
        return switch (path) {
            case FilePath.Resolved(String text) -> text;
            case FilePath.Unresolved(String text) -> "…/" + text;
        };
    }

    static String action(Edge edge) {
        String words = edge.action().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        String result = edge.result() == Result.SUCCEEDED
                ? ""
                : " " + edge.result().name().toLowerCase(java.util.Locale.ROOT);
        return words + result + (edge.basis() == org.cairn.causality.Basis.INFERRED ? " (inferred)" : "");
    }
}
