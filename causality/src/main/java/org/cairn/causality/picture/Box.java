package org.cairn.causality.picture;

import java.util.List;
import java.util.Optional;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;

/// One shape of a picture.
/// @param id        its place in [Figure#boxes]
/// @param nodes     what it stands for, in the order of time
/// @param meant     whether the question was about it
/// @param diverging whether the diverging edge begins or ends here
public record Box(int id, Kind kind, List<Node> nodes, Optional<Fold> fold, boolean meant, boolean diverging) {
    public enum Kind {
        PROCESS,
        FILE,
        NETWORK,
        /// Of several kinds.
        MIXED
    }

    public Box {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a box of nothing");
        }
    }

    static Kind kindOf(Node node) {
        return switch (node) {
            case ProcessNode _ -> Kind.PROCESS;
            case FileNode _ -> Kind.FILE;
            case SocketNode _ -> Kind.NETWORK;
        };
    }

    static Kind kindOf(List<Node> nodes) {
        List<Kind> kinds = nodes.stream().map(Box::kindOf).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : Kind.MIXED;
    }
}
