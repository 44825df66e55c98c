package org.cairn.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.MalformedPolicy;
import org.cairn.proof.witness.WitnessPolicy;

/// The log's two keys and the checkpoint both have to sign; the policy and the PEM files have to name the same keys.
final class LogCheck {
    /// The log's state as signed by both of its keys; witnesses may have cosigned it.
    /// @param note the signed checkpoint's exact bytes
    record SignedLog(LogKeys keys, Checkpoint checkpoint, Bytes note) {}

    record LogKeys(NoteKey ed25519, NoteKey mlDsa44) {}

    private final PackFiles files;
    private final Findings findings;

    LogCheck(PackFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /// The keys, read from `ledger/keys`: one verifier key a line (C2SP signed-note).
    Optional<LogKeys> keys() throws RefusedInput {
        Optional<Bytes> text = files.read(Layout.KEYS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<NoteKey> keys = new ArrayList<>();
        try {
            for (String line : text.get().asUtf8().lines().toList()) {
                keys.add(NoteKey.parse(line));
            }
        } catch (MalformedNote e) {
            findings.defect(Layout.KEYS, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        if (keys.size() != 2
                || keys.get(0).algorithm() != Algorithm.ED25519
                || keys.get(1).algorithm() != Algorithm.ML_DSA_44
                || !keys.get(0).name().equals(keys.get(1).name())) {
            findings.defect(Layout.KEYS, "does not hold one Ed25519 and one ML-DSA-44 key of one log, in this order");
            return Optional.empty();
        }
        LogKeys pair = new LogKeys(keys.get(0), keys.get(1));
        sameKeys(pair);
        return Optional.of(pair);
    }

    private void sameKeys(LogKeys keys) throws RefusedInput {
        Bytes ed25519 = new Ed25519PublicKey(keys.ed25519().publicKey()).spki();
        expect(Layout.LOG_ED25519, Pem.publicKey(ed25519), "is not the log's Ed25519 key of ledger/keys");
        Bytes mlDsa44 = MlDsa44.spki(keys.mlDsa44().publicKey());
        expect(Layout.LOG_ML_DSA_44, Pem.publicKey(mlDsa44), "is not the log's ML-DSA-44 key of ledger/keys");
    }

    /// Whom the owner asks for cosignatures; it has to name exactly the log's keys.
    Optional<WitnessPolicy> policy(LogKeys keys) throws RefusedInput {
        Optional<Bytes> file = files.read(Layout.POLICY);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            WitnessPolicy policy = WitnessPolicy.parse(file.get());
            if (!policy.logs().equals(List.of(keys.ed25519(), keys.mlDsa44()))) {
                findings.defect(Layout.POLICY, "does not name exactly the keys of ledger/keys as logs");
                return Optional.empty();
            }
            return Optional.of(policy);
        } catch (MalformedPolicy e) {
            findings.defect(Layout.POLICY, "is not a policy: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void expect(String name, String content, String problem) throws RefusedInput {
        Optional<Bytes> actual = files.read(name);
        if (actual.isPresent() && !actual.get().equals(Bytes.utf8(content))) {
            findings.defect(name, problem);
        }
    }

    /// The checkpoint; empty, and noted, unless both keys signed it.
    Optional<SignedLog> checkpoint(LogKeys keys) throws RefusedInput {
        Optional<Bytes> encoded = files.read(Layout.CHECKPOINT);
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(encoded.get());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            boolean byEd25519 = signed(keys.ed25519(), note);
            boolean signed = signed(keys.mlDsa44(), note) && byEd25519;
            if (!checkpoint.origin().equals(keys.ed25519().name())) {
                findings.defect(Layout.CHECKPOINT, "is of another log than ledger/keys");
                signed = false;
            }
            return signed ? Optional.of(new SignedLog(keys, checkpoint, encoded.get())) : Optional.empty();
        } catch (MalformedNote e) {
            findings.defect(Layout.CHECKPOINT, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean signed(NoteKey key, SignedNote note) {
        boolean verifies = key.verifies(note);
        if (!verifies) {
            findings.defect(Layout.CHECKPOINT, "has no valid signature by the log's " + key.algorithm() + " key");
        }
        return verifies;
    }
}
