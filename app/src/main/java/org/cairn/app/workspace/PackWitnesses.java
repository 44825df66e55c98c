package org.cairn.app.workspace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.Cosigned;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.proof.witness.WitnessStatement;
import org.cairn.reports.pack.LedgerPage;
import org.cairn.reports.pack.PackContent.WitnessedState;

/// What a pack says about witnesses: the policy, and the newest state that each of them cosigned.
record PackWitnesses(Parts parts, PackDraft draft) {
    WitnessPolicy policy() {
        return history().policy(logKeys());
    }

    /// The log signs each earlier state again: it vouches for all of its own beginnings.
    List<WitnessedState> states() {
        SortedMap<Long, SignedNote> notes = new TreeMap<>();
        for (WitnessEvent.CheckpointWitnessed event : newest()) {
            Checkpoint at = event.checkpoint();
            SignedNote note =
                    notes.getOrDefault(at.size(), parts.keyring().log().sign(at));
            for (NoteSignature line : event.note().signatures()) {
                note = note.with(line);
            }
            notes.put(at.size(), note);
        }
        return notes.entrySet().stream()
                .map(each -> new WitnessedState(each.getValue(), proof(each.getKey())))
                .toList();
    }

    List<LedgerPage.Witness> lines() {
        List<Cosigned> states = newest().stream()
                .map(event -> new Cosigned(event.checkpoint(), event.note()))
                .toList();
        return WitnessStatement.of(policy(), states, draft.checkpoint()).vouching().stream()
                .map(word -> new LedgerPage.Witness(word.witness(), word.at().size(), word.claimedAt()))
                .toList();
    }

    private CheckpointRequest proof(long size) {
        return new CheckpointRequest(
                size,
                parts.ledger().consistencyProof(size, draft.checkpoint().size()).path(),
                draft.note(),
                draft.checkpoint());
    }

    /// The newest sound cosignature of each witness that is asked. One by keys that were exchanged since, or over a
    /// state that this ledger does not begin with, would break the pack and stays here.
    private List<WitnessEvent.CheckpointWitnessed> newest() {
        WitnessHistory history = history();
        return history.asked().stream()
                .flatMap(name -> history.cosigned().reversed().stream()
                        .filter(event -> event.witness().equals(name) && isSound(event, history))
                        .findFirst()
                        .stream())
                .toList();
    }

    private boolean isSound(WitnessEvent.CheckpointWitnessed event, WitnessHistory history) {
        Checkpoint at = event.checkpoint();
        Stream<NoteKey> keys = history.keys(event.witness()).orElse(List.of()).stream();
        return at.size() <= draft.checkpoint().size()
                && at.origin().equals(draft.checkpoint().origin())
                && parts.ledger().root(at.size()).equals(at.root())
                && keys.allMatch(key -> key.verifies(event.note()));
    }

    private WitnessHistory history() {
        return WitnessHistory.of(draft.events());
    }

    private List<NoteKey> logKeys() {
        return parts.keyring().log().keys();
    }
}
