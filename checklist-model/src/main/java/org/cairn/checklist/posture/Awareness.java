package org.cairn.checklist.posture;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.Recorded;

/// What each log had imported of each other when it recorded an entry. It follows from the logs alone, so every laptop
/// that holds the same entries concludes the same.
final class Awareness {
    private final String ownOrigin;
    private final Map<String, Map<String, NavigableMap<Long, Long>>> imported = new HashMap<>();

    /// @param ownOrigin the name of the log that is read here
    Awareness(String ownOrigin) {
        this.ownOrigin = ownOrigin;
    }

    EntryPlace place(Recorded<? extends Event> recorded) {
        return recorded.importedFrom().orElseGet(() -> new EntryPlace(ownOrigin, recorded.entry()));
    }

    void add(Recorded<BundleImported> bundle) {
        EntryPlace at = place(bundle);
        NavigableMap<Long, Long> sizes = imported.computeIfAbsent(at.origin(), _ -> new HashMap<>())
                .computeIfAbsent(bundle.event().origin(), _ -> new TreeMap<>());
        Map.Entry<Long, Long> before = sizes.floorEntry(at.index());
        long known = before == null ? 0 : before.getValue();
        sizes.put(at.index(), Math.max(known, bundle.event().size()));
    }

    /// How many entries of each other log whoever recorded an entry had before them.
    Map<String, Long> knownAt(EntryPlace place) {
        Map<String, Long> known = new HashMap<>();
        imported.getOrDefault(place.origin(), Map.of()).forEach((origin, sizes) -> {
            Map.Entry<Long, Long> newest = sizes.lowerEntry(place.index());
            if (newest != null) {
                known.put(origin, newest.getValue());
            }
        });
        return known;
    }

    /// Whether whoever recorded `later` had `earlier` before them. Two entries of one log: the one before.
    boolean knew(EntryPlace later, EntryPlace earlier) {
        if (later.origin().equals(earlier.origin())) {
            return later.index() > earlier.index();
        }
        return knownAt(later).getOrDefault(earlier.origin(), 0L) > earlier.index();
    }
}
