package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.ErasureEvent.ErasureFollowed;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.ErasedItem;

/// What a pack would show had it not been erased.
final class PackErasures {
    private final Parts parts;
    private final PackDraft draft;
    private final Language language;

    /// @param language of the reasons
    PackErasures(Parts parts, PackDraft draft, Language language) {
        this.parts = parts;
        this.draft = draft;
        this.language = language;
    }

    /// Evidence that a row rests on and texts of entries in the pack, by the entry that recorded them.
    List<ErasedItem> items() throws WorkspaceException {
        List<ErasedItem> items = new ArrayList<>();
        for (Recorded<Destruction> erased : draft.erasedEvidence()) {
            Optional<Recorded<EvidenceRecorded>> recorded =
                    erased.event().destroyed().flatMap(parts.shelf()::entry);
            if (recorded.isPresent() && isProvable(erased.event())) {
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

    /// Another log's erasure that no entry of ours can hold is not in the pack; then nothing is claimed of it either.
    private boolean isProvable(Destruction erased) {
        return !(erased instanceof ErasureFollowed followed)
                || parts.log()
                        .event(followed.erasure())
                        .flatMap(recorded -> recorded.as(EntryImported.class))
                        .filter(imported -> imported.event().envelope() instanceof EntryImported.Envelope.Inline)
                        .isPresent();
    }

    private ErasedItem evidence(Recorded<EvidenceRecorded> recorded, Recorded<Destruction> erased)
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
            Optional<Recorded<Destruction>> erased = parts.erasures()
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
            Recorded<Destruction> erased,
            List<String> controls)
            throws WorkspaceException {
        Recorded<Erasure> decided = decided(erased);
        return new ErasedItem(
                id,
                what,
                entry,
                payload,
                erased.entry(),
                erased.recordedAt(),
                parts.names().of(decided.actor()),
                ErasureTexts.words(decided.event().reason()).in(language),
                controls);
    }

    /// By whom and why: where this workspace followed another log's erasure, that one says.
    private Recorded<Erasure> decided(Recorded<Destruction> erased) {
        return erased.as(Erasure.class)
                .or(() ->
                        erased.as(ErasureFollowed.class).flatMap(followed -> Following.behind(parts, followed.event())))
                .orElseThrow(() -> new IllegalStateException(
                        "entry " + erased.entry() + " follows an erasure that is not here any more"));
    }
}
