package org.cairn.proof;

import java.util.List;

/// The shape of proof paths. A path from a leaf to the root first passes nodes that have a full right neighbour
/// (the inner part), then climbs the right border of the tree, where every sibling is on the left (the border
/// part).
final class ProofPath {
    private ProofPath() {}

    /// Steps before the border of a tree of `size` leaves is reached from leaf `index`. Requires unsigned
    /// `index < size`.
    static int innerSteps(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    /// Steps along the border: one for each left sibling above the inner part.
    static int borderSteps(long index, int innerSteps) {
        return innerSteps == Long.SIZE ? 0 : Long.bitCount(index >>> innerSteps);
    }

    /// Climbs the inner part: bit `i` of `index` says on which side the sibling of step `i` stands.
    static Digest climb(Digest start, List<Digest> siblings, long index) {
        Digest hash = start;
        for (int i = 0; i < siblings.size(); i++) {
            boolean siblingIsLeft = (index >>> i & 1) == 1;
            hash = siblingIsLeft ? Merkle.nodeHash(siblings.get(i), hash) : Merkle.nodeHash(hash, siblings.get(i));
        }
        return hash;
    }

    /// Climbs the inner part as [#climb] does, over left siblings only: what the older tree had.
    static Digest climbLeft(Digest start, List<Digest> siblings, long index) {
        Digest hash = start;
        for (int i = 0; i < siblings.size(); i++) {
            if ((index >>> i & 1) == 1) {
                hash = Merkle.nodeHash(siblings.get(i), hash);
            }
        }
        return hash;
    }

    static Digest climbBorder(Digest start, List<Digest> siblings) {
        Digest hash = start;
        for (Digest sibling : siblings) {
            hash = Merkle.nodeHash(sibling, hash);
        }
        return hash;
    }
}
