package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessPolicy;

/// What the ledger says about witnesses, folded from its events.
/// @param trusted   the newest keys of each name
/// @param asked     names that count, as the newest policy says
/// @param cosigned  what witnesses cosigned, oldest entry first
/// @param recorded  states of other logs that stand in this one
record WitnessHistory(
        Map<String, List<NoteKey>> trusted,
        List<String> asked,
        int quorum,
        List<WitnessEvent.CheckpointWitnessed> cosigned,
        List<WitnessStatus.ForeignState> recorded) {
    WitnessHistory {
        trusted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(trusted));
        asked = List.copyOf(asked);
        cosigned = List.copyOf(cosigned);
        recorded = List.copyOf(recorded);
    }

    /// Read by kind, so that a large ledger is not read as a whole.
    /// @param upTo entries that count
    static WitnessHistory of(EventLog log, long upTo) {
        List<Recorded<? extends Event>> events = new ArrayList<>();
        events.addAll(log.all(WitnessEvent.WitnessTrusted.class, upTo));
        events.addAll(log.all(WitnessEvent.WitnessPolicySet.class, upTo));
        events.addAll(log.all(WitnessEvent.CheckpointWitnessed.class, upTo));
        events.addAll(log.all(WitnessEvent.ForeignCheckpointRecorded.class, upTo));
        events.sort(Comparator.comparingLong(Recorded::entry));
        return of(events);
    }

    static WitnessHistory of(List<Recorded<? extends Event>> events) {
        Map<String, List<NoteKey>> trusted = new LinkedHashMap<>();
        List<String> asked = List.of();
        int quorum = 0;
        List<WitnessEvent.CheckpointWitnessed> cosigned = new ArrayList<>();
        List<WitnessStatus.ForeignState> recorded = new ArrayList<>();
        for (Recorded<? extends Event> each : events) {
            if (!(each.event() instanceof WitnessEvent event)) {
                continue;
            }
            switch (event) {
                case WitnessEvent.WitnessTrusted witness -> trusted.put(witness.name(), witness.keys());
                case WitnessEvent.WitnessPolicySet policy -> {
                    asked = policy.witnesses();
                    quorum = policy.quorum();
                }
                case WitnessEvent.CheckpointWitnessed witnessed -> cosigned.add(witnessed);
                case WitnessEvent.ForeignCheckpointRecorded foreign ->
                    recorded.add(new WitnessStatus.ForeignState(each.entry(), foreign.checkpoint(), each.recordedAt()));
            }
        }
        return new WitnessHistory(trusted, asked, quorum, cosigned, recorded);
    }

    /// Of the witnesses asked now, by the keys they have now.
    WitnessPolicy policy(List<NoteKey> log) {
        List<WitnessPolicy.Party> parties = asked.stream()
                .filter(trusted::containsKey)
                .map(name -> {
                    List<NoteKey> keys = keys(name).orElseThrow();
                    return new WitnessPolicy.Party(name, keys, keys.size());
                })
                .toList();
        return parties.isEmpty()
                ? WitnessPolicy.withoutWitnesses(log)
                : WitnessPolicy.of(log, parties, Math.min(quorum, parties.size()));
    }

    Optional<List<NoteKey>> keys(String name) {
        return trusted.containsKey(name) ? Optional.of(Objects.requireNonNull(trusted.get(name))) : Optional.empty();
    }

    /// The largest state that a witness is known to have seen; 0 for none.
    long lastSeenBy(String name) {
        return cosigned.stream()
                .filter(event -> event.witness().equals(name))
                .map(WitnessEvent.CheckpointWitnessed::checkpoint)
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(0);
    }
}
