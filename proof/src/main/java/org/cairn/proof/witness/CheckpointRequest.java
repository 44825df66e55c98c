package org.cairn.proof.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.ConsistencyProof;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;
import org.cairn.proof.StrictBase64;

/// What a log shows a witness: a signed checkpoint, and the proof that it grew out of the state of `oldSize` entries.
/// The
/// text is the body of `add-checkpoint` (C2SP tlog-witness): the line `old` and a size, one hash a line, an empty line,
/// the
/// note. It also serves whoever else holds an older checkpoint.
/// @param oldSize 0 for a witness that has seen nothing yet
/// @param path    of the consistency proof; empty where `oldSize` is 0
public record CheckpointRequest(long oldSize, List<Digest> path, SignedNote note, Checkpoint checkpoint) {
    /// "The client MUST NOT send more than 63 consistency proof lines" (C2SP tlog-witness).
    private static final int PATH_LIMIT = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,18})");

    public CheckpointRequest {
        path = List.copyOf(path);
        if (oldSize < 0 || oldSize > checkpoint.size() || path.size() > PATH_LIMIT) {
            throw new IllegalArgumentException(
                    "from " + oldSize + " to " + checkpoint.size() + " with " + path.size() + " hashes");
        }
    }

    public Bytes encode() {
        StringBuilder lines = new StringBuilder("old ").append(oldSize).append('\n');
        path.forEach(hash -> lines.append(StrictBase64.encode(Bytes.copyOf(hash.toByteArray())))
                .append('\n'));
        return Bytes.utf8(lines.append('\n').toString()).concat(note.encode());
    }

    /// Whether the proof leads from a state of `oldSize` entries with this root to the checkpoint.
    public boolean growsFrom(Digest oldRoot) {
        return new ConsistencyProof(oldSize, checkpoint.size(), path).proves(oldRoot, checkpoint.root());
    }

    /// Says nothing about who signed.
    /// @throws MalformedRequest naming the line that breaks the format
    public static CheckpointRequest parse(Bytes encoded) throws MalformedRequest {
        int blank = blankLine(encoded);
        List<String> lines = encoded.slice(0, blank).asUtf8().lines().toList();
        long oldSize = oldSize(lines.isEmpty() ? "" : lines.getFirst());
        if (lines.size() - 1 > PATH_LIMIT) {
            throw new MalformedRequest("more than " + PATH_LIMIT + " hashes");
        }
        List<Digest> path = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            path.add(hash(lines.get(i), i + 1));
        }
        try {
            SignedNote note = SignedNote.parse(encoded.slice(blank + 1, encoded.size()));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (oldSize > checkpoint.size()) {
                throw new MalformedRequest(
                        "the old size " + oldSize + " is beyond the checkpoint's size " + checkpoint.size());
            }
            return new CheckpointRequest(oldSize, path, note, checkpoint);
        } catch (MalformedNote e) {
            throw new MalformedRequest("the checkpoint: " + e.getMessage());
        }
    }

    /// Index of the newline that makes the empty line.
    private static int blankLine(Bytes encoded) throws MalformedRequest {
        for (int i = 1; i < encoded.size(); i++) {
            if (encoded.at(i) == '\n' && encoded.at(i - 1) == '\n') {
                return i;
            }
        }
        throw new MalformedRequest("no empty line stands before the checkpoint");
    }

    private static long oldSize(String line) throws MalformedRequest {
        try {
            var matcher = OLD.matcher(line);
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(1));
            }
        } catch (NumberFormatException _) {
            // beyond 2^63 - 1: refused below
        }
        throw new MalformedRequest("line 1 is not: old and a decimal number below 2^63");
    }

    private static Digest hash(String line, int number) throws MalformedRequest {
        return StrictBase64.decode(line)
                .filter(bytes -> bytes.size() == Digest.SIZE_BYTES)
                .map(bytes -> Digest.of(bytes.toByteArray()))
                .orElseThrow(() -> new MalformedRequest("line " + number + " is not 32 bytes in base64"));
    }
}
