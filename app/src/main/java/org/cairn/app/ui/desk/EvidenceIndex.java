package org.cairn.app.ui.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// The evidence of one state, found without going through all of it: thousands of pieces are asked about for every row
/// of a list. Immutable.
final class EvidenceIndex {
    private final List<RecordedEvidence> all;
    private final Map<EvidenceId, Integer> places = new HashMap<>();
    private final Map<CollectorId, RecordedEvidence> newest = new HashMap<>();

    /// @param evidence oldest first
    EvidenceIndex(List<RecordedEvidence> evidence) {
        all = List.copyOf(evidence);
        for (int at = 0; at < all.size(); at++) {
            RecordedEvidence piece = all.get(at);
            places.putIfAbsent(piece.id(), at);
            newest.put(piece.evidence().collector(), piece);
        }
    }

    List<RecordedEvidence> all() {
        return all;
    }

    Optional<RecordedEvidence> find(EvidenceId id) {
        return Optional.ofNullable(places.get(id)).map(all::get);
    }

    /// The newest piece of each of these collectors that has one, in their order, then the pieces with these ids,
    /// oldest
    /// first.
    List<RecordedEvidence> newestThen(Collection<CollectorId> collectors, Collection<EvidenceId> ids) {
        List<RecordedEvidence> found = new ArrayList<>();
        collectors.stream().map(newest::get).filter(Objects::nonNull).forEach(found::add);
        ids.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .mapToObj(all::get)
                .forEach(found::add);
        return found;
    }
}
