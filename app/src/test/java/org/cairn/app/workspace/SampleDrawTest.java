package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDrawTest {
    private static Bytes seed(int number) {
        return Bytes.copyOf(Digest.sha256(Bytes.utf8("seed " + number)).toByteArray());
    }

    private static Bytes named() {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) 0xab);
        return Bytes.copyOf(bytes);
    }

    /// Computed by another program, in Python's hashlib.
    @Test
    void aNamedSeedGivesWhatAnotherProgramDraws() {
        assertEquals(List.of(2, 6, 10, 13, 14, 15), SampleDraw.indices(20, 6, SampleMethod.RANDOM, named()));
        assertEquals(List.of(0, 4, 7, 10, 14, 17), SampleDraw.indices(20, 6, SampleMethod.SYSTEMATIC, named()));
        assertEquals(
                "daee1cd25194ae952d046ad9b9c81d3c07dc5332440b58d6d7461b248be56712",
                SampleDraw.digest(List.of("A", "B")).hex());
    }

    @ParameterizedTest
    @EnumSource
    void asManyAsAreAskedForAreDrawnInOrderAndEachOnce(SampleMethod method) {
        for (int population = 1; population <= 40; population++) {
            for (int size = 1; size <= population; size++) {
                List<Integer> drawn = SampleDraw.indices(population, size, method, seed(size));
                assertEquals(method == SampleMethod.ALL ? population : size, drawn.size());
                assertEquals(new HashSet<>(drawn).stream().sorted().toList(), drawn);
                assertEquals(true, drawn.getFirst() >= 0 && drawn.getLast() < population);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "SYSTEMATIC"})
    void everyItemCanBeDrawnAndAnotherSeedDrawsOthers(SampleMethod method) {
        Set<Integer> drawn = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            drawn.addAll(SampleDraw.indices(20, 2, method, seed(number)));
        }
        assertEquals(20, drawn.size());
        assertNotEquals(SampleDraw.indices(1_000, 25, method, seed(1)), SampleDraw.indices(1_000, 25, method, seed(2)));
    }

    @Test
    void theOrderIsThatOfTheBytesAndAnItemCountsOnce() {
        assertEquals(
                List.of("A", "B", "a", "é", "\uFF5E", "\uD83D\uDE00"),
                SampleDraw.sorted(new ArrayList<>(List.of("\uD83D\uDE00", "\uFF5E", "a", "B", "A", "é", "A"))));
    }

    @Test
    void moreThanThereAreIsAFaultOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> SampleDraw.indices(3, 4, SampleMethod.RANDOM, named()));
    }
}
