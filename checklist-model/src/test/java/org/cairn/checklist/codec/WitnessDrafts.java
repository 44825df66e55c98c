package org.cairn.checklist.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;

/// Events about witnesses.
final class WitnessDrafts {
    /// RFC 8032 section 7.1, test 1.
    private static final Bytes ED25519_KEY =
            Bytes.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private static final List<NoteKey> KEYS = List.of(
            new NoteKey("anna.example/w", Algorithm.ED25519_COSIGNATURE, ED25519_KEY),
            new NoteKey("anna.example/w", Algorithm.ML_DSA_44, Bytes.copyOf(new byte[1_312])));

    private WitnessDrafts() {}

    static Arbitrary<Event> events() {
        Arbitrary<String> names = Arbitraries.of("anna", "Team-B", "w.1_x");
        return Arbitraries.oneOf(
                Combinators.combine(names, Arbitraries.of(1, 2))
                        .as((name, count) -> new WitnessEvent.WitnessTrusted(name, KEYS.subList(0, count))),
                Arbitraries.of(
                        new WitnessEvent.WitnessPolicySet(List.of(), 0),
                        new WitnessEvent.WitnessPolicySet(List.of("anna", "bert", "clara"), 2)),
                Combinators.combine(names, notes(), Drafts.instants().map(WitnessDrafts::wholeSecond))
                        .as(WitnessEvent.CheckpointWitnessed::new),
                notes().map(note -> new WitnessEvent.ForeignCheckpointRecorded(note, KEYS)));
    }

    private static Instant wholeSecond(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }

    private static Arbitrary<SignedNote> notes() {
        Arbitrary<Checkpoint> checkpoints = Combinators.combine(
                        Arbitraries.of("cairn/acme/1", "L\u00f6g"),
                        Arbitraries.longs().greaterOrEqual(0),
                        Drafts.digests())
                .as(Checkpoint::new);
        return Combinators.combine(checkpoints, Arbitraries.integers().between(1, 3))
                .as((at, lines) -> new SignedNote(at.text(), lines(lines)));
    }

    private static List<NoteSignature> lines(int count) {
        List<NoteSignature> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new NoteSignature("anna.example/w", i, Bytes.copyOf(new byte[72])));
        }
        return lines;
    }
}
