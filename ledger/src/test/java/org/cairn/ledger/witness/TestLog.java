package org.cairn.ledger.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.CheckpointRequest;

/// A log in memory whose owner may rewrite it: the same keys sign every version.
record TestLog(JdkSigner signer, String origin, List<String> entries) {
    static TestLog of(int size) {
        return new TestLog(
                new JdkSigner("log.example"),
                "log.example",
                IntStream.range(0, size).mapToObj(i -> "entry " + i).toList());
    }

    TestLog rewritten(int... indexes) {
        List<String> other = new ArrayList<>(entries);
        for (int index : indexes) {
            other.set(index, "rewritten " + index);
        }
        return new TestLog(signer, origin, other);
    }

    List<NoteKey> keys() {
        return signer.keys();
    }

    List<Digest> leaves(int size) {
        return entries.subList(0, size).stream()
                .map(entry -> Merkle.leafHash(Bytes.utf8(entry)))
                .toList();
    }

    CheckpointRequest request(int oldSize, int size) {
        Checkpoint at = new Checkpoint(origin, size, Merkle.root(leaves(size)));
        List<Digest> path = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            subProof(oldSize, leaves(size), true, path);
        }
        return new CheckpointRequest(oldSize, path, signer.sign(at), at);
    }

    /// RFC 9162 section 2.1.4.1, word for word.
    private static void subProof(int old, List<Digest> leaves, boolean whole, List<Digest> path) {
        int size = leaves.size();
        if (old == size) {
            if (!whole) {
                path.add(Merkle.root(leaves));
            }
            return;
        }
        int split = Integer.highestOneBit(size - 1);
        if (old <= split) {
            subProof(old, leaves.subList(0, split), whole, path);
            path.add(Merkle.root(leaves.subList(split, size)));
        } else {
            subProof(old - split, leaves.subList(split, size), false, path);
            path.add(Merkle.root(leaves.subList(0, split)));
        }
    }
}
