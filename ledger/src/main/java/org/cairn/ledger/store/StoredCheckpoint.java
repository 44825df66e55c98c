package org.cairn.ledger.store;

import java.io.IOException;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// A checkpoint file that was read and whose every signature was verified.
record StoredCheckpoint(SignedNote note, Checkpoint checkpoint) {
    static final String FILE = "checkpoint";
    static final String PREVIOUS_FILE = "checkpoint.prev";

    /// Sixteen ML-DSA-44 lines of 3.3 KiB each fit well.
    private static final int SIZE_LIMIT_BYTES = 256 * 1024;

    /// @throws IOException   where the file cannot be read
    /// @throws MalformedNote where it is no checkpoint, or not signed by each of `keys`
    static StoredCheckpoint read(DurableFolder folder, String file, List<NoteKey> keys)
            throws IOException, MalformedNote {
        SignedNote note = SignedNote.parse(folder.read(file, SIZE_LIMIT_BYTES));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (keys.isEmpty()) {
            throw new MalformedNote("no key was given to verify it with");
        }
        for (NoteKey key : keys) {
            if (!key.name().equals(checkpoint.origin())) {
                throw new MalformedNote(
                        "it is of the log \"" + checkpoint.origin() + "\", the key of \"" + key.name() + '"');
            }
            if (!key.verifies(note)) {
                throw new MalformedNote("the " + key.algorithm() + " signature is missing or does not verify");
            }
        }
        return new StoredCheckpoint(note, checkpoint);
    }

    static void write(DurableFolder folder, String file, SignedNote note) throws IOException {
        Bytes encoded = note.encode();
        folder.write(file, encoded);
    }
}
