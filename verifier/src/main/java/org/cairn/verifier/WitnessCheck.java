package org.cairn.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.Cosigned;
import org.cairn.proof.witness.MalformedRequest;
import org.cairn.proof.witness.WitnessPolicy;

/// The states of the ledger that witnesses cosigned, `ledger/witnessed/<size>.note`, each with the proof that it is a
/// beginning of the pack's ledger, `<size>.proof`. Every signature line has to be the log's or that of a witness of the
/// pack's policy, and has to verify: nothing in a pack stands there unchecked.
final class WitnessCheck {
    private static final Pattern NAME = Pattern.compile("ledger/witnessed/(0|[1-9][0-9]{0,17})\\.(note|proof)");

    private final PackFiles files;
    private final Findings findings;
    private final LogCheck.SignedLog log;
    private final Map<String, NoteKey> keys = new HashMap<>();

    WitnessCheck(PackFiles files, Findings findings, LogCheck.SignedLog log, WitnessPolicy policy) {
        this.files = files;
        this.findings = findings;
        this.log = log;
        policy.witnesses().forEach(witness -> keys.put(id(witness.key()), witness.key()));
        keys.put(id(log.keys().ed25519()), log.keys().ed25519());
        keys.put(id(log.keys().mlDsa44()), log.keys().mlDsa44());
    }

    /// @return the pack's own checkpoint, and every cosigned state that was proved to be a beginning of it
    List<Cosigned> check() throws RefusedInput {
        List<Cosigned> states = new ArrayList<>();
        cosigned(Layout.CHECKPOINT, log.note()).ifPresent(states::add);
        for (String name : files.names()) {
            if (!name.startsWith(Layout.WITNESSED)) {
                continue;
            }
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                findings.defect(name, "is not named by a size of the ledger");
            } else if (parts.group(2).equals("note")) {
                state(name, Long.parseLong(parts.group(1))).ifPresent(states::add);
            } else {
                files.expect(Layout.witnessed(Long.parseLong(parts.group(1))));
            }
        }
        return states;
    }

    private Optional<Cosigned> state(String name, long size) throws RefusedInput {
        Optional<Bytes> encoded = files.read(name);
        Optional<Bytes> proof = files.read(Layout.witnessedProof(size));
        Optional<Cosigned> state = encoded.isPresent() ? cosigned(name, encoded.get()) : Optional.empty();
        if (state.isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        if (state.get().at().size() != size
                || !state.get().at().origin().equals(log.checkpoint().origin())) {
            findings.defect(name, "is of another size or another log than its name says");
            return Optional.empty();
        }
        return grows(state.get(), proof.get(), size) ? state : Optional.empty();
    }

    private boolean grows(Cosigned state, Bytes encoded, long size) {
        String name = Layout.witnessedProof(size);
        try {
            CheckpointRequest proof = CheckpointRequest.parse(encoded);
            if (proof.oldSize() != size || !proof.note().encode().equals(log.note())) {
                findings.defect(name, "leads from another size, or to another checkpoint than ledger/checkpoint");
            } else if (!proof.growsFrom(state.at().root())) {
                findings.defect(
                        name,
                        "the state of " + size
                                + " entries that witnesses cosigned is not a beginning of this ledger: the"
                                + " proof does not lead from it to the checkpoint");
            } else {
                return true;
            }
        } catch (MalformedRequest e) {
            findings.defect(name, "is not a consistency proof: " + e.getMessage());
        }
        return false;
    }

    /// Empty, and noted, where a line is by an unknown key or does not verify, or the log did not sign.
    private Optional<Cosigned> cosigned(String name, Bytes encoded) {
        try {
            SignedNote note = SignedNote.parse(encoded);
            boolean sound = true;
            for (NoteSignature line : note.signatures()) {
                sound &= verifies(name, note, line);
            }
            for (NoteKey key : List.of(log.keys().ed25519(), log.keys().mlDsa44())) {
                if (!key.verifies(note)) {
                    findings.defect(name, "has no valid signature by the log's " + key.algorithm() + " key");
                    sound = false;
                }
            }
            return sound ? Optional.of(Cosigned.of(note)) : Optional.empty();
        } catch (MalformedNote e) {
            findings.defect(name, "is not a signed checkpoint: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean verifies(String name, SignedNote note, NoteSignature line) {
        Optional<NoteKey> key = Optional.ofNullable(keys.get(line.keyName() + '/' + line.keyHash()));
        if (key.isEmpty()) {
            findings.defect(name, "has a signature line of " + line.keyName() + ", whom ledger/policy does not name");
        } else if (!key.get().verifies(new SignedNote(note.text(), List.of(line)))) {
            findings.defect(
                    name,
                    "the signature line of " + line.keyName() + " (" + key.get().algorithm() + ") does not verify");
        } else {
            return true;
        }
        return false;
    }

    private static String id(NoteKey key) {
        return key.name() + '/' + key.keyHash();
    }
}
