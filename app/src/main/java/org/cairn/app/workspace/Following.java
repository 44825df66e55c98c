package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ErasureEvent.Erasure;
import org.cairn.checklist.event.ErasureEvent.ErasureFollowed;
import org.cairn.checklist.event.ErasureEvent.EvidenceErased;
import org.cairn.checklist.event.ErasureEvent.PayloadErased;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// Destroys this workspace's copies of what another log erased. Only what came from that log is its to erase, and not
/// while a legal hold is on it here: then the copy stays, and the hold is named until it is lifted.
final class Following {
    private final Parts parts;

    Following(Parts parts) {
        this.parts = parts;
    }

    /// @param followed erasures of other logs that were carried out here
    /// @param kept     in words, those that were not, and why
    record Result(int followed, List<String> kept) {}

    /// Whose copies are here and what stands against destroying them.
    /// @param erasure  as imported
    /// @param obstacle in words
    private record Pending(Recorded<Erasure> erasure, Optional<String> obstacle) {
        String words(String then) {
            return "erased by " + ExchangeTexts.place(erasure.importedFrom().orElseThrow()) + ": "
                    + LogTexts.summary(erasure.event()) + "; " + then;
        }
    }

    /// The record comes first: what a crash interrupts afterwards is finished at the next opening for writing.
    Result follow() throws WorkspaceException {
        int followed = 0;
        List<String> kept = new ArrayList<>();
        for (Pending each : pending()) {
            if (each.obstacle.isPresent()) {
                kept.add(each.words("the copy here stays: " + each.obstacle.get()));
            } else {
                Erasure erasure = each.erasure.event();
                parts.log()
                        .recordByPerson(new ErasureFollowed(
                                each.erasure.entry(), erasure.destroyed(), erasure.payloads(), erasure.further()));
                followed++;
            }
        }
        if (followed > 0) {
            parts.destroying().carryOut();
        }
        return new Result(followed, kept);
    }

    /// In words, what other logs erased and is not yet erased here.
    List<String> open() throws WorkspaceException {
        List<String> open = new ArrayList<>();
        for (Pending each : pending()) {
            open.add(each.words(each.obstacle
                    .map(why -> "the copy here stays: " + why)
                    .orElse("importing a bundle of that log again destroys the copy here")));
        }
        return open;
    }

    private List<Pending> pending() throws WorkspaceException {
        Set<Long> done = new HashSet<>();
        parts.log()
                .all(ErasureFollowed.class)
                .forEach(each -> done.add(each.event().erasure()));
        List<Pending> pending = new ArrayList<>();
        for (Recorded<Erasure> erasure : parts.imports().counted(Erasure.class)) {
            boolean erasedHere = erasure.event().payloads().stream()
                    .allMatch(stored -> parts.erasures().erased(stored));
            if (!done.contains(erasure.entry()) && !erasedHere) {
                pending.add(new Pending(erasure, obstacle(erasure)));
            }
        }
        return pending;
    }

    private Optional<String> obstacle(Recorded<Erasure> erasure) throws WorkspaceException {
        EntryPlace place = erasure.importedFrom().orElseThrow();
        Optional<Recorded<?>> recorded = erased(erasure.event(), place);
        if (recorded.isEmpty()) {
            return Optional.of("that log did not record it before");
        }
        Target target = erasure.event().destroyed().isPresent()
                ? new Target.Evidence(erasure.event().destroyed().get())
                : new Target.TextsOf(recorded.get().entry());
        Set<Digest> theirs = payloads(recorded.get());
        Set<Digest> named = new HashSet<>(erasure.event().payloads());
        if (erasure.event().further() > 0) {
            named.addAll(theirs);
        }
        named.removeIf(stored -> !parts.vault().remains(stored));
        if (!theirs.containsAll(named)) {
            return Optional.of("it names payloads of something else");
        }
        if (!named.isEmpty() && !Collections.disjoint(named, own())) {
            return Optional.of("it names payloads that this workspace recorded itself");
        }
        return Legal.on(parts, target).stream()
                .findFirst()
                .map(hold -> "it is on legal hold (entry " + hold + "; `cairn hold list` shows why)");
    }

    /// What the other log had recorded and then erased, as this ledger holds it.
    private Optional<Recorded<?>> erased(Erasure erasure, EntryPlace by) {
        Optional<Recorded<?>> recorded = switch (erasure) {
            case EvidenceErased evidence ->
                parts.shelf().entry(evidence.evidence()).map(each -> each);
            case PayloadErased texts -> imported(new EntryPlace(by.origin(), texts.erased()));
        };
        return recorded.filter(each -> each.importedFrom()
                .filter(place -> place.origin().equals(by.origin()) && place.index() < by.index())
                .isPresent());
    }

    private Optional<Recorded<?>> imported(EntryPlace place) {
        return parts.log().all(EntryImported.class).stream()
                .filter(each -> each.event().place().equals(place))
                .findFirst()
                .flatMap(each -> parts.imports().said(each.entry()));
    }

    /// Those that an entry refers to, also through a manifest that can be opened.
    private Set<Digest> payloads(Recorded<?> recorded) throws WorkspaceException {
        Set<Digest> payloads = new HashSet<>();
        PayloadRefs.of(recorded.event()).stream().map(PayloadRef::stored).forEach(payloads::add);
        if (recorded.event() instanceof EvidenceRecorded evidence
                && parts.shelf().find(evidence.id()).isPresent()) {
            parts.shelf()
                    .artefacts(evidence.id())
                    .forEach(artefact -> payloads.add(artefact.payload().stored()));
        }
        return payloads;
    }

    /// Payloads that this log's own entries refer to.
    private Set<Digest> own() throws WorkspaceException {
        Set<Digest> own = new HashSet<>();
        for (Recorded<?> recorded : parts.log().events()) {
            own.addAll(payloads(recorded));
        }
        return own;
    }

    /// The imported erasure behind a copy's destruction.
    static Optional<Recorded<Erasure>> behind(Parts parts, ErasureFollowed followed) {
        return parts.imports().said(followed.erasure()).flatMap(said -> said.as(Erasure.class));
    }
}
