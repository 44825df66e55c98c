package org.cairn.reports.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;

/// Something that a row of the report rests on and that was erased: its entry still commits to it, and
/// another entry
/// says who destroyed it and why.
/// @param evidence  its id; empty for a text
/// @param what      for a person: the collector, or which text it was
/// @param entry     that recorded it
/// @param payload   what was destroyed
/// @param erasedBy  the entry that erased it
/// @param erasedAt  when that was recorded
/// @param by        who signed that entry
/// @param reason    the reason's code with its citation
/// @param controls  that rest on it
public record ErasedItem(
        Optional<EvidenceId> evidence,
        String what,
        long entry,
        PayloadRef payload,
        long erasedBy,
        Instant erasedAt,
        String by,
        String reason,
        List<String> controls) {
    public ErasedItem {
        controls = List.copyOf(controls);
    }
}
