package org.cairn.app.workspace;

import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Tiles;
import org.cairn.proof.witness.CheckpointRequest;

/// What is carried to a witness.
/// @param logKeys for a witness that sees this log for the first time
/// @param leaves  the leaf hashes of the checkpoint's entries: with them a witness can say which entries differ
public record WitnessRequest(CheckpointRequest request, List<NoteKey> logKeys, List<Digest> leaves) {
    public WitnessRequest {
        logKeys = List.copyOf(logKeys);
        leaves = List.copyOf(leaves);
    }

    public Checkpoint checkpoint() {
        return request.checkpoint();
    }

    /// One verifier key a line (C2SP signed-note).
    public Bytes keyLines() {
        StringBuilder lines = new StringBuilder();
        logKeys.forEach(key -> lines.append(key.encode()).append('\n'));
        return Bytes.utf8(lines.toString());
    }

    /// 32 bytes an entry, in order: the level-0 tiles of C2SP tlog-tiles, one after the other.
    public Bytes leafBytes() {
        return Tiles.encodeHashes(leaves);
    }
}
