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

    /// Whether whoever recorded `later` had `earlier` before them. Two entries of one log: the one before.
    boolean knew(EntryPlace later, EntryPlace earlier) {
        if (later.origin().equals(earlier.origin())) {
            return later.index() > earlier.index();
        }
        NavigableMap<Long, Long> sizes =
                imported.getOrDefault(later.origin(), Map.of()).get(earlier.origin());
        Map.Entry<Long, Long> newest = sizes == null ? null : sizes.lowerEntry(later.index());
        return newest != null && newest.getValue() > earlier.index();
    }
}
