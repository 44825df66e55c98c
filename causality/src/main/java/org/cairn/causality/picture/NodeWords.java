package org.cairn.causality.picture;

import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.Described;
import org.cairn.causality.graph.ProcessFacts;

/// Things of a graph in words.
public record NodeWords(Described graph, PictureWords words) {
    /// What kind of thing it is, with the user of a process.
    public String kind(Node node) {
        return switch (node) {
            case ProcessNode process ->
                words.process(process.pid())
                        + graph.facts(process)
                                .flatMap(facts -> facts.euid().or(facts::uid))
                                .map(user -> " · " + VisibleName.of(words.user(user)))
                                .orElse("");
            case FileNode _ -> words.file();
            case SocketNode _ -> words.network();
        };
    }

    /// Program, path or address, with nothing in it that cannot be seen.
    public String name(Node node) {
        return VisibleName.of(
                switch (node) {
                    case ProcessNode process ->
                        graph.facts(process).flatMap(ProcessFacts::exe).orElse(words.unrecordedProgram());
                    case FileNode file -> file(file);
                    case SocketNode socket -> socket.endpoint().text();
                });
    }

    private String file(FileNode file) {
        String names = graph.paths(file).stream()
                .map(path -> switch (path) {
                    case FilePath.Resolved(String text) -> text;
                    case FilePath.Unresolved(String text) -> "…/" + text;
                })
                .collect(Collectors.joining(" = "));
        return names.isEmpty() ? words.nameless() : names;
    }

    /// What a process was started with, where more than its name was recorded.
    public Optional<String> arguments(Node node) {
        return node instanceof ProcessNode process
                ? graph.facts(process)
                        .map(ProcessFacts::arguments)
                        .filter(arguments -> arguments.size() > 1)
                        .map(arguments -> VisibleName.of(String.join(" ", arguments)))
                : Optional.empty();
    }
}
