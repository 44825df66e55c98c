package org.cairn.proof;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a growing Merkle tree: the roots of its complete subtrees, the largest first (RFC 9162 section
/// 2.1.1). Enough to append leaves and to say the root after each; whoever knows the root of the older tree needs
/// nothing
/// else to check that the newer one continues it. Not for use by several threads.
public final class Frontier {
    private final List<Digest> subtrees;
    private long size;

    private Frontier(long size, List<Digest> subtrees) {
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /// @throws MalformedProof unless there are exactly as many subtrees as a tree of `size` leaves has: one for each
    ///                        bit of its size
    public static Frontier of(long size, List<Digest> subtrees) throws MalformedProof {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new MalformedProof("a tree of " + size + " leaves does not have " + subtrees.size() + " subtrees");
        }
        return new Frontier(size, subtrees);
    }

    public void append(Digest leafHash) {
        Digest node = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            node = Merkle.nodeHash(subtrees.removeLast(), node);
        }
        subtrees.add(node);
        size++;
    }

    public long size() {
        return size;
    }

    public Digest root() {
        if (subtrees.isEmpty()) {
            return Merkle.emptyRoot();
        }
        Digest root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Merkle.nodeHash(subtrees.get(i), root);
        }
        return root;
    }
}
