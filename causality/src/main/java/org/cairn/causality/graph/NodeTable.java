package org.cairn.causality.graph;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.causality.Node;

/// Numbers nodes from 0 in the order in which they are first met, by open addressing.
final class NodeTable {
    private static final int EMPTY = -1;

    private final List<Node> nodes = new ArrayList<>();
    private final BitSet dropped = new BitSet();
    private int[] slots = filled(1 << 10);

    private static int[] filled(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /// The node's number; a new one where it was not met before.
    int number(Node node) {
        int slot = slot(node);
        if (slots[slot] != EMPTY) {
            dropped.clear(slots[slot]);
            return slots[slot];
        }
        slots[slot] = nodes.size();
        nodes.add(node);
        if (nodes.size() * 2 > slots.length) {
            grow();
        }
        return nodes.size() - 1;
    }

    OptionalInt known(Node node) {
        int number = slots[slot(node)];
        return number == EMPTY ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private int slot(Node node) {
        int hash = node.hashCode() * 0x9E3779B1; // spreads (Knuth, TAOCP vol. 3, section 6.4)
        int at = (hash ^ hash >>> 15) & (slots.length - 1);
        while (slots[at] != EMPTY && !nodes.get(slots[at]).equals(node)) {
            at = at + 1 & (slots.length - 1);
        }
        return at;
    }

    private void grow() {
        slots = filled(slots.length * 2);
        for (int i = 0; i < nodes.size(); i++) {
            slots[slot(nodes.get(i))] = i;
        }
    }

    Node node(int number) {
        return nodes.get(number);
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
                        .mapToObj(nodes::get)
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
}
