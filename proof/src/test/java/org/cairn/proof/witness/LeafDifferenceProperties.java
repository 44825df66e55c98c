package org.cairn.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.junit.jupiter.api.Test;

class LeafDifferenceProperties {
    @Property(tries = 200)
    void exactlyTheChangedEntriesAreNamed(
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @Size(max = 20) Set<@IntRange(max = 59) Integer> changed) {
        List<Digest> one = leaves(length);
        List<Digest> other = new ArrayList<>(one);
        Set<Long> expected = new TreeSet<>();
        for (int index : changed) {
            if (index < length) {
                other.set(index, Merkle.leafHash(Bytes.utf8("changed " + index)));
                expected.add((long) index);
            }
        }
        LeafDifference difference = LeafDifference.between(one, other);
        Set<Long> named = new TreeSet<>();
        for (LeafDifference.Range range : difference.ranges()) {
            for (long i = range.first(); i <= range.last(); i++) {
                assertTrue(named.add(i));
            }
        }
        assertEquals(expected, named);
        assertEquals(expected.stream().findFirst(), difference.firstEntry());
    }

    @Test
    void oneEntryIsNamedInTheSingular() {
        List<Digest> one = leaves(5);
        List<Digest> other = new ArrayList<>(one);
        other.set(2, one.get(3));
        assertEquals("entry 2", LeafDifference.between(one, other).words());
        other.set(4, one.get(3));
        assertEquals("entries 2, 4", LeafDifference.between(one, other).words());
        assertEquals(Optional.empty(), LeafDifference.between(one, one).firstEntry());
    }

    private static List<Digest> leaves(int length) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            leaves.add(Merkle.leafHash(Bytes.utf8("entry " + i)));
        }
        return leaves;
    }
}
