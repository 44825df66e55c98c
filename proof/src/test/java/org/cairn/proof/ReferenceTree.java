package org.cairn.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The definitions of RFC 9162 section 2.1 written down word for word, to hold the fast code against.
final class ReferenceTree {
    private final List<Digest> leaves;
    private final Map<Range, Digest> roots = new HashMap<>();

    ReferenceTree(List<Digest> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    /// `size` leaves, each the hash of its index.
    static ReferenceTree ofSize(int size) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Merkle.leafHash(Bytes.utf8("leaf " + i)));
        }
        return new ReferenceTree(leaves);
    }

    List<Digest> leaves() {
        return leaves;
    }

    Digest root(int size) {
        return root(new Range(0, size));
    }

    InclusionProof inclusion(int index, int size) {
        return new InclusionProof(index, size, path(index, new Range(0, size)));
    }

    ConsistencyProof consistency(int older, int newer) {
        boolean nothingToShow = older == 0 || older == newer;
        List<Digest> path = nothingToShow ? List.of() : subProof(older, new Range(0, newer), true);
        return new ConsistencyProof(older, newer, path);
    }

    /// `D[from:to]`.
    private record Range(int from, int to) {
        int size() {
            return to - from;
        }

        /// The largest power of two below the size.
        int k() {
            return Integer.highestOneBit(size() - 1);
        }

        Range left() {
            return new Range(from, from + k());
        }

        Range right() {
            return new Range(from + k(), to);
        }
    }

    /// Section 2.1.1, MTH; remembered, since every proof asks for it again.
    private Digest root(Range d) {
        Digest known = roots.get(d);
        if (known != null) {
            return known;
        }
        Digest root = switch (d.size()) {
            case 0 -> Merkle.emptyRoot();
            case 1 -> leaves.get(d.from);
            default -> Merkle.nodeHash(root(d.left()), root(d.right()));
        };
        roots.put(d, root);
        return root;
    }

    /// Section 2.1.3.1, PATH.
    private List<Digest> path(int m, Range d) {
        if (d.size() == 1) {
            return List.of();
        }
        return m < d.k()
                ? append(path(m, d.left()), root(d.right()))
                : append(path(m - d.k(), d.right()), root(d.left()));
    }

    /// Section 2.1.4.1, SUBPROOF.
    private List<Digest> subProof(int m, Range d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(root(d));
        }
        return m <= d.k()
                ? append(subProof(m, d.left(), b), root(d.right()))
                : append(subProof(m - d.k(), d.right(), false), root(d.left()));
    }

    private static List<Digest> append(List<Digest> path, Digest last) {
        List<Digest> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
