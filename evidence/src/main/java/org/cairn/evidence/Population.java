package org.cairn.evidence;

import java.util.List;

/// Every member of one kind that a collector met: all listening sockets, all local users. Auditors ask for the whole
/// population and its count; a population with refusals is known to be incomplete.
/// @param name     e.g. `listening-sockets`
/// @param items    in the order of the source
/// @param refusals what kept members or values from being seen; empty means complete
public record Population(String name, List<Item> items, List<Refusal> refusals) {
    public Population {
        items = List.copyOf(items);
        refusals = List.copyOf(refusals);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a population has a name");
        }
    }

    public boolean complete() {
        return refusals.isEmpty();
    }
}
