package org.cairn.ledger.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;

/// The Merkle tree of the whole ledger in memory: every complete node, 64 bytes an entry in all. Safe for use
/// by several threads.
final class HashTree {
    private static final int WORDS = 4;

    private final List<Level> levels = new ArrayList<>();

    /// Nodes of one height, four words each.
    private static final class Level {
        private long[] words = new long[64 * WORDS];
        private int count;

        void add(Digest hash) {
            int at = count * WORDS;
            if (at == words.length) {
                words = Arrays.copyOf(words, words.length * 2);
            }
            words[at] = hash.word0();
            words[at + 1] = hash.word1();
            words[at + 2] = hash.word2();
            words[at + 3] = hash.word3();
            count++;
        }

        Digest get(long index) {
            int at = Math.multiplyExact(Math.toIntExact(index), WORDS);
            return new Digest(words[at], words[at + 1], words[at + 2], words[at + 3]);
        }
    }

    synchronized long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().count;
    }

    synchronized void append(Digest leafHash) {
        Digest hash = leafHash;
        for (int height = 0; ; height++) {
            if (height == levels.size()) {
                levels.add(new Level());
            }
            Level level = levels.get(height);
            level.add(hash);
            if (level.count % 2 == 1) {
                return;
            }
            hash = Merkle.nodeHash(level.get(level.count - 2), hash);
        }
    }

    synchronized Digest leaf(long index) {
        return levels.getFirst().get(index);
    }

    /// The complete node over leaves `index << height` up to the next. Requires that all of them are there.
    synchronized Digest node(int height, long index) {
        return levels.get(height).get(index);
    }

    /// The root over the first `size` leaves. Requires `0 <= size <= size()`.
    synchronized Digest root(long size) {
        requireSize(size);
        return size == 0 ? Merkle.emptyRoot() : subtree(0, size);
    }

    /// The roots of the complete subtrees of the first `size` leaves, the largest first. Requires `0 <= size <=
    /// size()`.
    synchronized List<Digest> subtrees(long size) {
        requireSize(size);
        List<Digest> roots = new ArrayList<>();
        long from = 0;
        for (int height = Long.SIZE - 1; height >= 0; height--) {
            if ((size >>> height & 1) == 1) {
                roots.add(node(height, from >>> height));
                from += 1L << height;
            }
        }
        return roots;
    }

    /// Sibling hashes from leaf `index` up, in the tree of `size` leaves (RFC 9162 section 2.1.3.1). Requires
    /// `0 <= index < size <= size()`.
    synchronized List<Digest> inclusionPath(long index, long size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
        }
        List<Digest> path = new ArrayList<>();
        addInclusionPath(index, 0, size, path);
        return path;
    }

    /// Hashes that lead from the tree of `older` leaves to that of `newer` (RFC 9162 section 2.1.4.1). Requires
    /// `0 <= older <= newer <= size()`.
    synchronized List<Digest> consistencyPath(long older, long newer) {
        requireSize(newer);
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " does not grow out of one of " + older);
        }
        List<Digest> path = new ArrayList<>();
        if (older > 0 && older < newer) {
            addConsistencyPath(older, 0, newer, true, path);
        }
        return path;
    }

    private void addInclusionPath(long index, long from, long to, List<Digest> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (index < middle) {
            addInclusionPath(index, from, middle, path);
            path.add(subtree(middle, to));
        } else {
            addInclusionPath(index, middle, to, path);
            path.add(subtree(from, middle));
        }
    }

    private void addConsistencyPath(long older, long from, long to, boolean olderIsRoot, List<Digest> path) {
        if (older == to) {
            if (!olderIsRoot) {
                path.add(subtree(from, to));
            }
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (older <= middle) {
            addConsistencyPath(older, from, middle, olderIsRoot, path);
            path.add(subtree(middle, to));
        } else {
            addConsistencyPath(older, middle, to, false, path);
            path.add(subtree(from, middle));
        }
    }

    /// The hash over leaves `from` to `to`, where `from` is a multiple of the largest power of two below `to -
    /// from`.
    private Digest subtree(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return levels.get(height).get(from >>> height);
        }
        long middle = from + largestPowerBelow(size);
        return Merkle.nodeHash(subtree(from, middle), subtree(middle, to));
    }

    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    private void requireSize(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("a tree of " + size + " entries, of " + size() + " known");
        }
    }
}
