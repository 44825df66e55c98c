package org.cairn.reports.pack;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.evidence.EvidenceId;

/// An unmodifiable list that is also found by id: rows refer to pieces of evidence ten thousand times.
final class EvidenceSheets extends AbstractList<EvidenceSheet> {
    private final List<EvidenceSheet> sheets;
    private final Map<EvidenceId, EvidenceSheet> byId = new HashMap<>();

    private EvidenceSheets(List<EvidenceSheet> sheets) {
        this.sheets = List.copyOf(sheets);
        this.sheets.forEach(sheet -> byId.putIfAbsent(sheet.id(), sheet));
    }

    /// The list itself if it is one already.
    static EvidenceSheets of(List<EvidenceSheet> sheets) {
        return sheets instanceof EvidenceSheets known ? known : new EvidenceSheets(sheets);
    }

    Optional<EvidenceSheet> find(EvidenceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public EvidenceSheet get(int index) {
        return sheets.get(index);
    }

    @Override
    public int size() {
        return sheets.size();
    }
}
