package org.cairn.proof;

import java.util.List;

/// The claim that the tree of `newerSize` leaves begins with the tree of `olderSize` leaves (RFC 9162 section
/// 2.1.4).
/// @param olderSize unsigned
/// @param newerSize unsigned
public record ConsistencyProof(long olderSize, long newerSize, List<Digest> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Whether the path leads to both roots. False, before any hashing, unless `olderSize <= newerSize`
    /// (unsigned) and the path has exactly the length the two demand. Trees of one size are consistent when
    /// their roots are equal. The empty tree is a prefix of every tree, which needs no proof: its root must
    /// then be the hash of nothing.
    public boolean proves(Digest olderRoot, Digest newerRoot) {
        if (Long.compareUnsigned(olderSize, newerSize) > 0) {
            return false;
        }
        if (olderSize == 0) {
            boolean newerFits = newerSize != 0 || newerRoot.equals(olderRoot);
            return path.isEmpty() && olderRoot.equals(Merkle.emptyRoot()) && newerFits;
        }
        if (olderSize == newerSize) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        return climbs(olderRoot, newerRoot);
    }

    private boolean climbs(Digest olderRoot, Digest newerRoot) {
        int wholeSubtree = Long.numberOfTrailingZeros(olderSize);
        boolean olderIsOneSubtree = Long.bitCount(olderSize) == 1;
        int first = olderIsOneSubtree ? 0 : 1;
        int allInner = ProofPath.innerSteps(olderSize - 1, newerSize);
        int inner = allInner - wholeSubtree;
        if (path.size() != first + inner + ProofPath.borderSteps(olderSize - 1, allInner)) {
            return false;
        }
        Digest seed = olderIsOneSubtree ? olderRoot : path.getFirst();
        List<Digest> siblings = path.subList(first, first + inner);
        List<Digest> border = path.subList(first + inner, path.size());
        long index = olderSize - 1 >>> wholeSubtree;
        Digest older = ProofPath.climbBorder(ProofPath.climbLeft(seed, siblings, index), border);
        Digest newer = ProofPath.climbBorder(ProofPath.climb(seed, siblings, index), border);
        return older.equals(olderRoot) && newer.equals(newerRoot);
    }
}
