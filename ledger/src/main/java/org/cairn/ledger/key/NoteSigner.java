package org.cairn.ledger.key;

import java.time.Instant;
import java.util.List;
import org.cairn.ledger.store.CheckpointSigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;

/// Signs notes with an Ed25519 and an ML-DSA-44 key of one name.
final class NoteSigner implements CheckpointSigner {
    private final NoteKey classical;
    private final NoteKey postQuantum;
    private final Ed25519PrivateKey ed25519;
    private final MlDsa44PrivateKey mlDsa44;

    /// @param classicalType how the Ed25519 key signs: as a log or as a witness
    NoteSigner(String name, NoteKey.Algorithm classicalType, Ed25519PrivateKey ed25519, MlDsa44PrivateKey mlDsa44) {
        this.classical = new NoteKey(name, classicalType, ed25519.publicKey().raw());
        this.postQuantum = new NoteKey(name, NoteKey.Algorithm.ML_DSA_44, mlDsa44.rawPublic());
        this.ed25519 = ed25519;
        this.mlDsa44 = mlDsa44;
    }

    @Override
    public List<NoteKey> keys() {
        return List.of(classical, postQuantum);
    }

    /// The time in the ML-DSA-44 line is 0: the log makes no statement about the clock (C2SP tlog-cosignature
    /// allows it).
    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), lines(checkpoint.text(), 0));
    }

    List<NoteSignature> cosign(Checkpoint checkpoint, Instant at) {
        return lines(checkpoint.text(), at.getEpochSecond());
    }

    private List<NoteSignature> lines(Bytes text, long epochSeconds) {
        try {
            return List.of(
                    classical.line(epochSeconds, ed25519.sign(classical.message(text, epochSeconds))),
                    postQuantum.line(epochSeconds, mlDsa44.sign(postQuantum.message(text, epochSeconds))));
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint is always a note", e);
        }
    }
}
