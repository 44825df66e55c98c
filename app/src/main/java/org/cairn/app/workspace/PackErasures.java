package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.ErasureEvent.EvidenceErased;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.reports.pack.ErasedItem;

/// What a pack would show had it not been erased.
final class PackErasures {
    private final Parts parts;
    private final PackDraft draft;

    PackErasures(Parts parts, PackDraft draft) {
        this.parts = parts;
        this.draft = draft;
    }

    /// Evidence that a row rests on and texts of entries in the pack, by the entry that recorded them.
    List<ErasedItem> items() throws WorkspaceException {
        List<ErasedItem> items = new ArrayList<>();
        for (Recorded<EvidenceErased> erased : draft.erasedEvidence()) {
            Optional<Recorded<EvidenceRecorded>> recorded =
                    parts.shelf().entry(erased.event().evidence());
            if (recorded.isPresent()) {
                items.add(evidence(recorded.get(), erased));
            }
        }
        for (Recorded<? extends Event> recorded : draft.shown()) {
            if (!(recorded.event() instanceof EvidenceRecorded)) {
                items.addAll(texts(recorded));
            }
        }
        items.sort(Comparator.comparingLong(ErasedItem::entry));
        return items;
    }

    private ErasedItem evidence(Recorded<EvidenceRecorded> recorded, Recorded<EvidenceErased> erased)
            throws WorkspaceException {
        EvidenceId id = recorded.event().id();
        return item(
                Optional.of(id),
                recorded.event().collector().value() + " " + id.shortForm(),
                recorded.entry(),
                recorded.event().manifest(),
                erased,
                draft.evidence().controlsOf(id).stream().map(ControlId::value).toList());
    }

    private List<ErasedItem> texts(Recorded<? extends Event> recorded) throws WorkspaceException {
        List<ErasedItem> items = new ArrayList<>();
        for (PayloadRef payload : PayloadRefs.of(recorded.event())) {
            Optional<Recorded<Erasure>> erased = parts.erasures()
                    .of(payload.stored())
                    .filter(erasure -> erasure.entry() < draft.checkpoint().size());
            if (erased.isPresent()) {
                String what = "a text of entry " + recorded.entry();
                items.add(item(Optional.empty(), what, recorded.entry(), payload, erased.get(), List.of()));
            }
        }
        return items;
    }

    private ErasedItem item(
            Optional<EvidenceId> id,
            String what,
            long entry,
            PayloadRef payload,
            Recorded<? extends Erasure> erased,
            List<String> controls)
            throws WorkspaceException {
        return new ErasedItem(
                id,
                what,
                entry,
                payload,
                erased.entry(),
                erased.recordedAt(),
                parts.names().of(erased.actor()),
                ErasureTexts.words(erased.event().reason()),
                controls);
    }
}
