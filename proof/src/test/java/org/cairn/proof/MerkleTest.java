package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTest {
    /// The eight entries and the roots over the first of them that Certificate Transparency's reference code
    /// has used since RFC 6962 (google/certificate-transparency, `merkletree/merkle_tree_test.cc`).
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfTheReferenceCode() {
        List<Digest> leaves = ENTRIES.stream()
                .map(hex -> Merkle.leafHash(Bytes.parseHex(hex)))
                .toList();
        assertEquals(
                ROOTS,
                Stream.iterate(0, size -> size <= leaves.size(), size -> size + 1)
                        .map(size -> Merkle.root(leaves.subList(0, size)).hex())
                        .toList());
    }

    @Test
    void anIndexBeyondTheSignedRangeIsUnsignedAndOutOfBounds() {
        Digest leaf = Merkle.leafHash(Bytes.empty());
        assertFalse(new InclusionProof(-1, 1, List.of()).proves(leaf, leaf));
        assertFalse(new InclusionProof(-1, -1, List.of()).proves(leaf, leaf));
        assertFalse(new InclusionProof(0, 0, List.of()).proves(leaf, leaf));
        assertTrue(new InclusionProof(0, 1, List.of()).proves(leaf, leaf));
    }

    @Test
    void aTreeBeyondTheSignedRangeIsClimbedWithUnsignedNumbers() {
        Digest leaf = Merkle.leafHash(Bytes.utf8("last"));
        Digest left = Merkle.leafHash(Bytes.utf8("the 2^63 before it"));
        Digest root = Merkle.nodeHash(left, leaf);
        assertTrue(new InclusionProof(Long.MIN_VALUE, Long.MIN_VALUE + 1, List.of(left)).proves(leaf, root));
        assertTrue(new ConsistencyProof(Long.MIN_VALUE, Long.MIN_VALUE + 1, List.of(leaf)).proves(left, root));
        assertFalse(new ConsistencyProof(Long.MIN_VALUE + 1, Long.MAX_VALUE, List.of(leaf)).proves(left, root));
    }

    @Test
    void theEmptyTreePrecedesEveryTreeButHasOneRoot() {
        Digest some = Merkle.leafHash(Bytes.utf8("some"));
        assertTrue(new ConsistencyProof(0, 5, List.of()).proves(Merkle.emptyRoot(), some));
        assertFalse(new ConsistencyProof(0, 5, List.of()).proves(some, some));
        assertFalse(new ConsistencyProof(0, 0, List.of()).proves(some, some));
        assertFalse(new ConsistencyProof(0, 0, List.of()).proves(Merkle.emptyRoot(), some));
        assertTrue(new ConsistencyProof(0, 0, List.of()).proves(Merkle.emptyRoot(), Merkle.emptyRoot()));
    }
}
