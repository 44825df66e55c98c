package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a newer version of a framework changes, row by row, told by the hash of each row's text.
/// @param added   rows that were not there, in the newer order
/// @param removed rows that are gone, in the older order
/// @param changed rows whose words changed: an answer to one is to be reviewed again
/// @param moved   rows that say the same elsewhere: another reference or another row above; their answers stay
public record FrameworkDiff(
        List<OwnNode> added,
        List<OwnNode> removed,
        List<Change> changed,
        List<Change> moved,
        int unchanged,
        List<OwnMapping> mappingsAdded,
        List<OwnMapping> mappingsRemoved) {
    public FrameworkDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        moved = List.copyOf(moved);
        mappingsAdded = List.copyOf(mappingsAdded);
        mappingsRemoved = List.copyOf(mappingsRemoved);
    }

    public record Change(OwnNode before, OwnNode after) {}

    /// Where there was nothing before.
    public static FrameworkDiff ofNew(OwnFramework framework) {
        return new FrameworkDiff(
                framework.nodes(), List.of(), List.of(), List.of(), 0, framework.mappings(), List.of());
    }

    public static FrameworkDiff between(OwnFramework older, OwnFramework newer) {
        Map<String, OwnNode> before = byId(older);
        Map<String, OwnNode> after = byId(newer);
        List<OwnNode> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<Change> moved = new ArrayList<>();
        int unchanged = 0;
        for (OwnNode node : newer.nodes()) {
            OwnNode old = before.get(node.id());
            if (old == null) {
                added.add(node);
            } else if (!old.textDigest().equals(node.textDigest())) {
                changed.add(new Change(old, node));
            } else if (!old.equals(node)) {
                moved.add(new Change(old, node));
            } else {
                unchanged++;
            }
        }
        List<OwnNode> removed = older.nodes().stream()
                .filter(node -> !after.containsKey(node.id()))
                .toList();
        return new FrameworkDiff(
                added,
                removed,
                changed,
                moved,
                unchanged,
                without(newer.mappings(), older.mappings()),
                without(older.mappings(), newer.mappings()));
    }

    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && moved.isEmpty()
                && mappingsAdded.isEmpty()
                && mappingsRemoved.isEmpty();
    }

    private static Map<String, OwnNode> byId(OwnFramework framework) {
        Map<String, OwnNode> nodes = new LinkedHashMap<>();
        framework.nodes().forEach(node -> nodes.put(node.id(), node));
        return nodes;
    }

    private static List<OwnMapping> without(List<OwnMapping> these, List<OwnMapping> those) {
        Set<OwnMapping> left = new LinkedHashSet<>(these);
        those.forEach(left::remove);
        return List.copyOf(left);
    }
}
