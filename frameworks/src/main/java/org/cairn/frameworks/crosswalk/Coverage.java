package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// How far the checklist reaches into one framework: its assessable requirements by what the strongest mapping amounts
/// to.
/// @param closable    requirements that a control may close by itself
/// @param onlyLinked  requirements that no control reaches and that are linked with one that a control does
/// @param byBand      all assessable requirements, each once, in reading order
public record Coverage(FrameworkId framework, int closable, int onlyLinked, Map<Band, List<RequirementId>> byBand) {
    public Coverage {
        Map<Band, List<RequirementId>> copy = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            copy.put(band, List.copyOf(byBand.getOrDefault(band, List.of())));
        }
        byBand = Collections.unmodifiableMap(copy);
    }

    public int assessable() {
        return byBand.values().stream().mapToInt(List::size).sum();
    }

    public List<RequirementId> in(Band band) {
        return byBand.getOrDefault(band, List.of());
    }

    /// Of every framework, in the catalogue's order.
    public static List<Coverage> all(Catalogue catalogue, List<RequirementLink> links) {
        Map<RequirementId, Integer> strongest = new HashMap<>();
        Set<RequirementId> closable = new HashSet<>();
        catalogue.mappings().stream().filter(row -> row.relation().supports()).forEach(row -> {
            strongest.merge(row.requirement(), row.strength(), Math::max);
            if (row.relation().mayClose()) {
                closable.add(row.requirement());
            }
        });
        Set<RequirementId> linked = new HashSet<>();
        for (RequirementLink link : links) {
            if (strongest.containsKey(link.from())) {
                linked.add(link.to());
            }
            if (strongest.containsKey(link.to())) {
                linked.add(link.from());
            }
        }
        linked.removeAll(strongest.keySet());
        return catalogue.frameworks().stream()
                .map(framework -> of(framework, strongest, closable, linked))
                .toList();
    }

    private static Coverage of(
            Framework framework,
            Map<RequirementId, Integer> strongest,
            Set<RequirementId> closable,
            Set<RequirementId> linked) {
        Map<Band, List<RequirementId>> byBand = new EnumMap<>(Band.class);
        int closed = 0;
        int onlyLinked = 0;
        for (Requirement node : framework.requirements()) {
            if (node.assessable()) {
                Band band = Band.of(strongest.getOrDefault(node.id(), 0));
                byBand.computeIfAbsent(band, _ -> new ArrayList<>()).add(node.id());
                closed += closable.contains(node.id()) ? 1 : 0;
                onlyLinked += linked.contains(node.id()) ? 1 : 0;
            }
        }
        return new Coverage(framework.id(), closed, onlyLinked, byBand);
    }
}
