package org.cairn.causality.graph;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;

/// Numbers nodes from 0 in the order in which they are first met. What makes a node itself lies in bytes; the node is
/// put
/// together when it is asked for.
final class NodeTable {
    private final Texts texts;
    private final NodeBytes form;
    private final Dictionary nodes = new Dictionary();
    private final BitSet dropped = new BitSet();
    private Optional<Latest> latest = Optional.empty();

    NodeTable(Texts texts) {
        this.texts = texts;
        this.form = NodeBytes.writing(texts);
    }

    private record Latest(Node node, int number) {}

    /// The node's number; a new one where it was not met before.
    int number(Node node) {
        if (latest.isPresent() && latest.get().node().equals(node)) {
            return latest.get().number();
        }
        int number = nodes.number(form.of(node));
        dropped.clear(number);
        remember(node, number);
        return number;
    }

    /// A process acts many times in a row, and is one object then.
    private void remember(Node node, int number) {
        if (node instanceof ProcessNode) {
            latest = Optional.of(new Latest(node, number));
        }
    }

    /// May be asked by several threads as long as nobody adds.
    OptionalInt known(Node node) {
        Optional<Latest> found = latest;
        return found.isPresent() && found.get().node().equals(node)
                ? OptionalInt.of(found.get().number())
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
