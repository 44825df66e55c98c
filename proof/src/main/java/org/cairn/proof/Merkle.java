package org.cairn.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The Merkle tree hash over SHA-256 (RFC 9162 section 2.1.1, the same as RFC 6962 section 2.1).
public final class Merkle {
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Merkle() {}

    /// `SHA-256(0x00 || entry)`.
    public static Digest leafHash(Bytes entry) {
        MessageDigest sha256 = Digest.newSha256();
        sha256.update(LEAF);
        entry.update(sha256);
        return Digest.of(sha256.digest());
    }

    /// `SHA-256(0x01 || left || right)`.
    public static Digest nodeHash(Digest left, Digest right) {
        byte[] content = new byte[1 + 2 * Digest.SIZE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(content).put(NODE);
        put(buffer, left);
        put(buffer, right);
        return Digest.of(Digest.newSha256().digest(content));
    }

    /// The root over leaf hashes in order. Pairs are hashed level by level and an odd last node moves up as it
    /// is, which gives the same tree as splitting at the largest power of two.
    public static Digest root(List<Digest> leafHashes) {
        if (leafHashes.isEmpty()) {
            return emptyRoot();
        }
        List<Digest> level = leafHashes;
        while (level.size() > 1) {
            List<Digest> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(nodeHash(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }

    /// The root of the tree without entries: the hash of nothing.
    public static Digest emptyRoot() {
        return Digest.sha256(Bytes.empty());
    }

    private static void put(ByteBuffer buffer, Digest digest) {
        buffer.putLong(digest.word0())
                .putLong(digest.word1())
                .putLong(digest.word2())
                .putLong(digest.word3());
    }
}
