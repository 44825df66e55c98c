package org.cairn.app.workspace;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Takes a sample that anyone can take again (`docs/commands.md`): from the sorted population, the seed and the method
/// alone, with SHA-256 and nothing else.
final class SampleDraw {
    private SampleDraw() {}

    /// By the bytes of their UTF-8, each once.
    static List<String> sorted(Collection<String> items) {
        return items.stream()
                .distinct()
                .sorted(Comparator.comparing(item -> item.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
    }

    /// Over the items in their order, a line feed after each.
    static Digest digest(List<String> population) {
        StringBuilder lines = new StringBuilder();
        population.forEach(item -> lines.append(item).append('\n'));
        return Digest.sha256(Bytes.utf8(lines.toString()));
    }

    /// Requires 0 < size <= population.
    /// @return indices of what is drawn, from 0, ascending
    static List<Integer> indices(int population, int size, SampleMethod method, Bytes seed) {
        if (size < 1 || size > population) {
            throw new IllegalArgumentException(size + " of " + population);
        }
        return switch (method) {
            case ALL -> IntStream.range(0, population).boxed().toList();
            case RANDOM -> random(population, size, seed);
            case SYSTEMATIC -> systematic(population, size, seed);
        };
    }

    private static List<Integer> random(int population, int size, Bytes seed) {
        return IntStream.range(0, population)
                .boxed()
                .sorted(Comparator.comparing(index -> hash(seed, index).hex()))
                .limit(size)
                .sorted()
                .toList();
    }

    /// Item i is the one at (start + i * population) / size, rounded down; the start is below the population.
    private static List<Integer> systematic(int population, int size, Bytes seed) {
        long start = new BigInteger(hash(seed, 0).hex(), 16)
                .mod(BigInteger.valueOf(population))
                .longValueExact();
        return IntStream.range(0, size)
                .mapToObj(i -> Math.toIntExact((start + (long) i * population) / size))
                .toList();
    }

    /// SHA-256 over the seed and the index in eight bytes, the highest first.
    private static Digest hash(Bytes seed, long index) {
        return Digest.sha256(seed.concat(
                Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(index).array())));
    }
}
