package org.cairn.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.ConsistencyProof;
import org.cairn.proof.Digest;
import org.cairn.proof.InclusionProof;
import org.cairn.proof.Merkle;
import org.junit.jupiter.api.Test;

class HashTreeTest {
    private static final int LARGEST = 300;

    @Test
    void theRootsOfAllSizesAreThoseOfTheDefinitionAndEveryPathProves() {
        HashTree tree = new HashTree();
        List<Digest> leaves = new ArrayList<>();
        for (int size = 0; size <= LARGEST; size++) {
            assertEquals(Merkle.root(leaves), tree.root(size));
            Digest leaf = Merkle.leafHash(Bytes.utf8("leaf " + size));
            leaves.add(leaf);
            tree.append(leaf);
        }
        for (int size = 1; size <= LARGEST; size++) {
            Digest root = tree.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(index, size, tree.inclusionPath(index, size));
                assertTrue(proof.proves(leaves.get(index), root), index + " of " + size);
            }
        }
    }

    @Test
    void everyEarlierTreeIsConsistentWithEveryLaterOne() {
        HashTree tree = new HashTree();
        for (int i = 0; i < LARGEST; i++) {
            tree.append(Merkle.leafHash(Bytes.utf8("leaf " + i)));
        }
        for (int newer = 0; newer <= LARGEST; newer++) {
            for (int older = 0; older <= newer; older++) {
                ConsistencyProof proof = new ConsistencyProof(older, newer, tree.consistencyPath(older, newer));
                assertTrue(proof.proves(tree.root(older), tree.root(newer)), older + " to " + newer);
            }
        }
    }

    @Test
    void proofsOutsideTheTreeAreRefused() {
        HashTree tree = new HashTree();
        tree.append(Merkle.emptyRoot());
        assertThrows(IllegalArgumentException.class, () -> tree.inclusionPath(1, 1));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusionPath(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusionPath(0, 2));
        assertThrows(IllegalArgumentException.class, () -> tree.consistencyPath(2, 1));
        assertThrows(IllegalArgumentException.class, () -> tree.root(2));
    }
}
