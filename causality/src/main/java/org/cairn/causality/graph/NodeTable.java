package org.cairn.causality.graph;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.jspecify.annotations.Nullable;

/// Numbers nodes from 0 in the order in which they are first met. What makes a node itself lies in bytes; the node is
/// put
/// together when it is asked for.
final class NodeTable {
    private static final int LATEST = 1 << 12;

    private final Texts texts;
    private final NodeBytes form;
    private final Dictionary nodes = new Dictionary();
    private final BitSet dropped = new BitSet();
    /// The nodes last met, by what usually tells them apart: the same processes act and the same files are opened again
    /// and again. Each entry is whole whoever wrote it.
    private final @Nullable Latest[] latest = new @Nullable Latest[LATEST];

    NodeTable(Texts texts) {
        this.texts = texts;
        this.form = NodeBytes.writing(texts);
    }

    private record Latest(Node node, int number) {}

    /// The node's number; a new one where it was not met before.
    int number(Node node) {
        int number = lasting(node);
        dropped.clear(number);
        return number;
    }

    /// The node's number; one that counts for nothing until [#number] is asked for it where it was not met before.
    int mentioned(Node node) {
        int before = nodes.size();
        int number = lasting(node);
        if (number == before) {
            dropped.set(number);
        }
        return number;
    }

    private int lasting(Node node) {
        int place = place(node);
        Latest found = latest[place];
        if (found != null && found.node().equals(node)) {
            return found.number();
        }
        int number = nodes.number(form.of(node));
        latest[place] = new Latest(node, number);
        return number;
    }

    private static int place(Node node) {
        long mark = switch (node) {
            case ProcessNode process -> process.pid();
            case FileNode(String _, FileNode.Stored(FileNode.Inode inode, int _)) -> inode.number();
            case FileNode _, SocketNode _ -> 0;
        };
        return Dictionary.spread(Long.hashCode(mark)) & LATEST - 1;
    }

    /// May be asked by several threads as long as nobody adds.
    OptionalInt known(Node node) {
        Latest found = latest[place(node)];
        return found != null && found.node().equals(node)
                ? OptionalInt.of(found.number())
                : nodes.known(NodeBytes.asking(texts).of(node));
    }

    Node node(int number) {
        return form.node(nodes.read(number));
    }

    /// It is met no longer: nothing is known of it.
    void drop(int number) {
        dropped.set(number);
    }

    /// All but the dropped, in order.
    Set<Node> all() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Node> iterator() {
                return IntStream.range(0, nodes.size())
                        .filter(number -> !dropped.get(number))
                        .mapToObj(NodeTable.this::node)
                        .iterator();
            }

            @Override
            public int size() {
                return nodes.size() - dropped.cardinality();
            }

            @Override
            public boolean contains(Object other) {
                if (!(other instanceof Node node)) {
                    return false;
                }
                OptionalInt number = known(node);
                return number.isPresent() && !dropped.get(number.getAsInt());
            }
        };
    }

    long sizeBytes() {
        return nodes.sizeBytes();
    }
}
