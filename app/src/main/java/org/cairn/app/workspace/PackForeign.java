package org.cairn.app.workspace;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.ErasureEvent.ErasureFollowed;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;
import org.cairn.checklist.event.ReviewEvent.RiskAcceptanceEnded;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;

/// The entries of other logs behind what a pack says of reviews, risks and erasures: a claim without its entry would be
/// nobody's.
final class PackForeign {
    private final Parts parts;

    PackForeign(Parts parts) {
        this.parts = parts;
    }

    /// Entries of this ledger that hold them.
    /// @param size how many entries count; what was erased is gone whenever that was
    Set<Long> entries(Posture posture, FrameworkPosture framework, PackEvidence evidence, long size) {
        Set<EntryPlace> answers = new HashSet<>();
        Stream.concat(
                        posture.controls().stream().flatMap(row -> row.answer().stream()),
                        framework.requirements().stream().flatMap(row -> row.answer().stream()))
                .map(Recorded<ControlAnswered>::importedFrom)
                .flatMap(Optional::stream)
                .forEach(answers::add);
        Set<Long> entries = new HashSet<>();
        parts.imports().counted(Event.class).stream()
                .filter(recorded -> recorded.entry() < size)
                .filter(recorded -> recorded.importedFrom()
                        .filter(place -> backs(recorded.event(), place, answers))
                        .isPresent())
                .forEach(recorded -> entries.add(recorded.entry()));
        parts.erasures().all().forEach(erased -> addErasure(erased.event(), evidence, entries));
        return entries;
    }

    /// What recorded the item and what erased it, where another log did.
    private void addErasure(Destruction erased, PackEvidence evidence, Set<Long> entries) {
        erased.destroyed().filter(evidence::uses).flatMap(parts.shelf()::entry).ifPresent(recorded -> {
            entries.add(recorded.entry());
            if (erased instanceof ErasureFollowed followed) {
                entries.add(followed.erasure());
            }
        });
    }

    private static boolean backs(Event event, EntryPlace place, Set<EntryPlace> answers) {
        if (event instanceof AnswerSubmitted submitted) {
            return answers.contains(
                    new EntryPlace(place.origin(), submitted.answer().entry()));
        }
        if (event instanceof AnswerReviewed reviewed) {
            return answers.contains(
                    new EntryPlace(place.origin(), reviewed.answer().entry()));
        }
        return event instanceof RiskAccepted || event instanceof RiskAcceptanceEnded || event instanceof DeviationEvent;
    }
}
