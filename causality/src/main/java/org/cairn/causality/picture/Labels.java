package org.cairn.causality.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.proof.Digest;

/// What stands in boxes and beside arrows, and what a reader is told who points at one.
/// @param files names of the logs by their digest, for references to raw records
/// @param dated whether times are told with their day
record Labels(ProvenanceGraph graph, PictureWords words, Map<Digest, String> files, boolean dated) {
    /// Characters in a line of a box.
    private static final int LINE = 34;

    private static final int RECORDS = 12;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Labels of(Subject subject, PictureWords words, Map<Digest, String> files) {
        long days = subject.edges().stream()
                .map(edge -> edge.at().time().atOffset(ZoneOffset.UTC).toLocalDate())
                .distinct()
                .count();
        return new Labels(subject.graph(), words, files, days > 1);
    }

    /// The first line says what kind of thing it is.
    List<String> lines(Box box) {
        List<String> lines = new ArrayList<>();
        Node first = box.nodes().getFirst();
        if (box.fold().isPresent()) {
            Fold fold = box.fold().get();
            lines.add(words.folded(fold, box.kind()));
            lines.addAll(
                    fold.key().reason() == Fold.Reason.CONNECTIONS ? List.of(brief(name(first))) : some(box.nodes()));
        } else {
            lines.add(kind(first));
            lines.add(brief(name(first)));
            arguments(first).map(Labels::brief).ifPresent(lines::add);
        }
        if (box.meant()) {
            lines.set(0, lines.getFirst() + " · " + words.meant());
        }
        return lines;
    }

    private List<String> some(List<Node> nodes) {
        List<String> names =
                nodes.stream().map(node -> brief(name(node))).distinct().toList();
        return names.size() <= 3 ? names : List.of(names.get(0), names.get(1), "…", names.getLast());
    }

    private static String brief(String text) {
        return VisibleName.shortened(text, LINE);
    }

    private String kind(Node node) {
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

    String name(Node node) {
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

    private Optional<String> arguments(Node node) {
        return node instanceof ProcessNode process
                ? graph.facts(process)
                        .map(ProcessFacts::arguments)
                        .filter(arguments -> arguments.size() > 1)
                        .map(arguments -> VisibleName.of(String.join(" ", arguments)))
                : Optional.empty();
    }

    List<String> lines(Arrow arrow) {
        List<String> lines = new ArrayList<>();
        if (arrow.diverging()) {
            lines.add(words.diverges());
        }
        int count = arrow.edges().size();
        lines.add(words.action(arrow.action()) + (count > 1 ? " · " + words.times(count) : ""));
        String result = words.result(arrow.result());
        if (!result.isEmpty()) {
            lines.add(result);
        }
        if (arrow.basis() == Basis.INFERRED) {
            lines.add(words.inferred());
        }
        Instant first = arrow.first().time();
        Instant last = arrow.last().time();
        lines.add(time(first));
        if (!last.equals(first)) {
            lines.add("– " + time(last));
        }
        return lines;
    }

    private String time(Instant time) {
        return (dated ? DAY_AND_TIME : TIME).format(time);
    }

    /// In full, with the raw records behind what first happened here.
    String detail(Box box, Optional<Edge> edge) {
        String nodes = box.nodes().stream()
                .limit(RECORDS)
                .map(node -> kind(node) + " " + name(node)
                        + arguments(node).map(text -> " [" + text + "]").orElse(""))
                .collect(Collectors.joining("\n"));
        String more = box.nodes().size() > RECORDS ? "\n…" : "";
        return nodes + more + edge.map(is -> "\n" + records(is.records())).orElse("");
    }

    String detail(Arrow arrow, Box from, Box to) {
        List<RawRecordRef> records =
                arrow.edges().stream().flatMap(edge -> edge.records().stream()).toList();
        return name(from.nodes().getFirst()) + " → " + String.join(", ", lines(arrow)) + " → "
                + name(to.nodes().getFirst()) + "\n" + records(records);
    }

    private String records(List<RawRecordRef> records) {
        String first = records.stream()
                .distinct()
                .limit(RECORDS)
                .map(record -> words.recordAt(file(record.source()), record.offset()))
                .collect(Collectors.joining("\n"));
        long all = records.stream().distinct().count();
        return first + (all > RECORDS ? "\n" + words.furtherRecords((int) all - RECORDS) : "");
    }

    private String file(Digest source) {
        String digest = "sha256 " + source.hex().substring(0, 16) + "…";
        String file = files.get(source);
        return file == null ? digest : VisibleName.of(file) + " (" + digest + ")";
    }
}
