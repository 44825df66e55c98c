package org.cairn.proof;

import java.util.List;

/// The claim that a leaf stands at `index` in the tree of `size` leaves, with the sibling hashes from the leaf
/// up (RFC 9162 section 2.1.3).
/// @param index zero-based, unsigned
/// @param size  unsigned
public record InclusionProof(long index, long size, List<Digest> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether the path leads from the leaf to the root. False, before any hashing, unless `index < size`
    /// (unsigned) and the path has exactly the length the two demand.
    public boolean proves(Digest leafHash, Digest root) {
        if (Long.compareUnsigned(index, size) >= 0) {
            return false;
        }
        int inner = ProofPath.innerSteps(index, size);
        if (path.size() != inner + ProofPath.borderSteps(index, inner)) {
            return false;
        }
        Digest climbed = ProofPath.climb(leafHash, path.subList(0, inner), index);
        return ProofPath.climbBorder(climbed, path.subList(inner, path.size())).equals(root);
    }
}
