package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProofProperties {
    private static final int LARGEST = 300;
    private static final ReferenceTree TREE = ReferenceTree.ofSize(LARGEST);

    @Test
    void theRootIsThatOfTheDefinitionForEverySize() {
        for (int size = 0; size <= LARGEST; size++) {
            assertEquals(TREE.root(size), Merkle.root(TREE.leaves().subList(0, size)), "size " + size);
        }
    }

    @Test
    void everyLeafOfEveryTreeProves() {
        for (int size = 1; size <= LARGEST; size++) {
            Digest root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                assertTrue(TREE.inclusion(index, size).proves(TREE.leaves().get(index), root), index + " of " + size);
            }
        }
    }

    @Test
    void everyTreeIsConsistentWithEveryEarlierOne() {
        for (int newer = 0; newer <= LARGEST; newer += newer < 70 ? 1 : 23) {
            for (int older = 0; older <= newer; older++) {
                assertTrue(
                        TREE.consistency(older, newer).proves(TREE.root(older), TREE.root(newer)),
                        older + " to " + newer);
            }
        }
    }

    @Property(tries = 400)
    void noMutatedInclusionProofProves(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST - 1) int anyIndex,
            @ForAll @IntRange(max = 255) int bit) {
        int index = anyIndex % size;
        InclusionProof good = TREE.inclusion(index, size);
        Digest leaf = TREE.leaves().get(index);
        Digest root = TREE.root(size);
        assertTrue(good.proves(leaf, root));
        assertFalse(good.proves(flip(leaf, bit), root), "leaf");
        assertFalse(good.proves(leaf, flip(root, bit)), "root");
        for (List<Digest> path : mutations(good.path(), bit)) {
            assertFalse(new InclusionProof(index, size, path).proves(leaf, root), "path");
        }
        for (long other : otherNumbers(index)) {
            assertFalse(new InclusionProof(other, size, good.path()).proves(leaf, root), "index " + other);
        }
        for (long other : otherNumbers(size)) {
            boolean provesElsewhere = new InclusionProof(index, other, good.path()).proves(leaf, root);
            assertFalse(provesElsewhere && !sameShape(index, size, other), "size " + other);
        }
    }

    /// A path says nothing about sizes that lead the same way to the leaf: the size is bound by the signed
    /// checkpoint, which the root comes from.
    private static boolean sameShape(long index, long size, long other) {
        int inner = ProofPath.innerSteps(index, size);
        return Long.compareUnsigned(index, other) < 0 && inner == ProofPath.innerSteps(index, other);
    }

    @Property(tries = 400)
    void noMutatedConsistencyProofProves(
            @ForAll @IntRange(min = 1, max = LARGEST) int newer,
            @ForAll @IntRange(min = 1, max = LARGEST) int anyOlder,
            @ForAll @IntRange(max = 255) int bit) {
        int older = 1 + (anyOlder - 1) % newer;
        ConsistencyProof good = TREE.consistency(older, newer);
        Digest olderRoot = TREE.root(older);
        Digest newerRoot = TREE.root(newer);
        assertTrue(good.proves(olderRoot, newerRoot));
        assertFalse(good.proves(flip(olderRoot, bit), newerRoot), "older root");
        assertFalse(good.proves(olderRoot, flip(newerRoot, bit)), "newer root");
        for (List<Digest> path : mutations(good.path(), bit)) {
            assertFalse(new ConsistencyProof(older, newer, path).proves(olderRoot, newerRoot), "path");
        }
        if (older < newer) {
            assertFalse(new ConsistencyProof(newer, older, good.path()).proves(newerRoot, olderRoot), "swapped");
            assertFalse(new ConsistencyProof(0, newer, good.path()).proves(olderRoot, newerRoot), "from nothing");
            assertFalse(new ConsistencyProof(newer, newer, good.path()).proves(olderRoot, newerRoot), "same size");
        }
    }

    private static List<List<Digest>> mutations(List<Digest> path, int bit) {
        List<List<Digest>> mutated = new ArrayList<>();
        List<Digest> longer = new ArrayList<>(path);
        longer.add(Merkle.emptyRoot());
        mutated.add(longer);
        for (int i = 0; i < path.size(); i++) {
            List<Digest> flipped = new ArrayList<>(path);
            flipped.set(i, flip(path.get(i), bit));
            List<Digest> shorter = new ArrayList<>(path);
            shorter.remove(i);
            List<Digest> doubled = new ArrayList<>(path);
            doubled.add(i, path.get(i));
            mutated.addAll(List.of(flipped, shorter, doubled));
        }
        if (path.size() > 1) {
            mutated.add(path.reversed());
        }
        return mutated;
    }

    private static List<Long> otherNumbers(long number) {
        return List.of(number + 1, number - 1, number ^ 2, number + 256, ~number, Long.MIN_VALUE | number, -1L);
    }

    private static Digest flip(Digest digest, int bit) {
        byte[] bytes = digest.toByteArray();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Digest.of(bytes);
    }
}
