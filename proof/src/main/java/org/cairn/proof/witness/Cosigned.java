package org.cairn.proof.witness;

import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;

/// A checkpoint with cosignatures, of the history that is judged: that it is a beginning of it was checked before.
public record Cosigned(Checkpoint at, SignedNote note) {
    /// @throws MalformedNote where the note is no checkpoint
    public static Cosigned of(SignedNote note) throws MalformedNote {
        return new Cosigned(Checkpoint.parse(note.text()), note);
    }
}
