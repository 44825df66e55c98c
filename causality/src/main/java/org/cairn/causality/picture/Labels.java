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
import org.cairn.causality.Node;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.graph.Described;
import org.cairn.proof.Digest;

/// What stands in boxes and beside arrows, and what a reader is told who points at one.
/// @param files names of the logs by their digest, for references to raw records
/// @param dated whether times are told with their day
record Labels(Described graph, PictureWords words, Map<Digest, String> files, boolean dated) {
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

    private NodeWords nodes() {
        return new NodeWords(graph, words);
    }

    /// The first line says what kind of thing it is.
    List<String> lines(Box box) {
        List<String> lines = new ArrayList<>();
        Node first = box.nodes().getFirst();
        if (box.fold().isPresent()) {
            Fold fold = box.fold().get();
            lines.add(words.folded(fold, box.kind()));
            lines.addAll(
                    fold.key().reason() == Fold.Reason.CONNECTIONS
                            ? List.of(brief(nodes().name(first)))
                            : some(box.nodes()));
        } else {
            lines.add(nodes().kind(first));
            lines.add(brief(nodes().name(first)));
            nodes().arguments(first).map(Labels::brief).ifPresent(lines::add);
        }
        if (box.meant()) {
            lines.set(0, lines.getFirst() + " · " + words.meant());
        }
        return lines;
    }

    private List<String> some(List<Node> nodes) {
        List<String> names =
                nodes.stream().map(node -> brief(nodes().name(node))).distinct().toList();
        return names.size() <= 3 ? names : List.of(names.get(0), names.get(1), "…", names.getLast());
    }

    private static String brief(String text) {
        return VisibleName.shortened(text, LINE);
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
                .map(node -> nodes().kind(node) + " " + nodes().name(node)
                        + nodes().arguments(node).map(text -> " [" + text + "]").orElse(""))
                .collect(Collectors.joining("\n"));
        String more = box.nodes().size() > RECORDS ? "\n…" : "";
        return nodes + more + edge.map(is -> "\n" + records(is.records())).orElse("");
    }

    String detail(Arrow arrow, Box from, Box to) {
        List<RawRecordRef> records =
                arrow.edges().stream().flatMap(edge -> edge.records().stream()).toList();
        return nodes().name(from.nodes().getFirst()) + " → " + String.join(", ", lines(arrow)) + " → "
                + nodes().name(to.nodes().getFirst()) + "\n" + records(records);
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
