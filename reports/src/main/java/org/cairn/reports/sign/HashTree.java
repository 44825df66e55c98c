package org.cairn.reports.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;

/// A hash tree of RFC 4998 section 4.2: a node is the hash of its children's, in ascending order and one after the
/// other. Pairs all the way up; a node without a partner moves up as it is.
final class HashTree {
    private record Node(Bytes hash, SortedSet<String> leaves) {}

    private final HashAlgorithm algorithm;
    private final List<List<Node>> levels = new ArrayList<>();

    /// @param leaves one or more; equal ones count once
    HashTree(HashAlgorithm algorithm, List<Bytes> leaves) {
        this.algorithm = algorithm;
        List<Node> level = leaves.stream()
                .distinct()
                .map(leaf -> new Node(leaf, new TreeSet<>(List.of(leaf.hex()))))
                .toList();
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
    }

    private List<Node> above(List<Node> level) {
        List<Node> above = new ArrayList<>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            SortedSet<String> leaves = new TreeSet<>(level.get(i).leaves());
            leaves.addAll(level.get(i + 1).leaves());
            above.add(new Node(
                    node(
                            algorithm,
                            List.of(level.get(i).hash(), level.get(i + 1).hash())),
                    leaves));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }

    Bytes root() {
        return levels.getLast().getFirst().hash();
    }

    /// The reduced tree that leads from a leaf to the root (section 4.2.2): in the first list the leaf with its
    /// partner, in each further one the partner of what was reckoned so far. Empty where the leaf is the root.
    List<List<Bytes>> reduced(Bytes leaf) {
        List<Bytes> partners = new ArrayList<>();
        for (List<Node> level : levels) {
            for (int i = 0; i < level.size(); i++) {
                int partner = i ^ 1;
                if (level.get(i).leaves().contains(leaf.hex()) && partner < level.size()) {
                    partners.add(level.get(partner).hash());
                }
            }
        }
        if (partners.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(List.of(leaf, partners.getFirst())),
                        partners.stream().skip(1).map(List::of))
                .toList();
    }

    static Bytes node(HashAlgorithm algorithm, List<Bytes> children) {
        return algorithm.hash(children.stream()
                .sorted((one, other) -> one.hex().compareTo(other.hex()))
                .toArray(Bytes[]::new));
    }
}
