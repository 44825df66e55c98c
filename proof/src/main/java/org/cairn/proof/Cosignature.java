package org.cairn.proof;

import java.nio.ByteBuffer;

/// The messages behind cosignatures (C2SP tlog-cosignature v1.1.0-rc.1, "Ed25519 signed message" and "ML-DSA-44
/// signed message").
final class Cosignature {
    private static final Bytes LABEL = Bytes.utf8("subtree/v1\n\0");
    private static final int NAME_LIMIT_BYTES = 255;

    private Cosignature() {}

    static Bytes textMessage(Bytes text, long epochSeconds) throws MalformedNote {
        requireTime(epochSeconds);
        return Bytes.utf8("cosignature/v1\ntime " + epochSeconds + '\n').concat(text);
    }

    /// `cosigned_message` in the presentation language of RFC 8446 section 3, for a whole tree: it starts at
    /// leaf 0.
    static Bytes treeMessage(String cosigner, Checkpoint checkpoint, long epochSeconds) throws MalformedNote {
        requireTime(epochSeconds);
        Bytes name = Bytes.utf8(cosigner);
        Bytes origin = Bytes.utf8(checkpoint.origin());
        if (name.size() > NAME_LIMIT_BYTES || origin.size() > NAME_LIMIT_BYTES) {
            throw new MalformedNote("the names of log and cosigner are limited to 255 bytes");
        }
        int size = LABEL.size() + 1 + name.size() + Long.BYTES + 1 + origin.size() + 2 * Long.BYTES + Digest.SIZE_BYTES;
        return Bytes.owning(ByteBuffer.allocate(size)
                .put(LABEL.asByteBuffer())
                .put((byte) name.size())
                .put(name.asByteBuffer())
                .putLong(epochSeconds)
                .put((byte) origin.size())
                .put(origin.asByteBuffer())
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().toByteArray())
                .array());
    }

    private static void requireTime(long epochSeconds) throws MalformedNote {
        if (epochSeconds < 0) {
            throw new MalformedNote("the time of a cosignature is beyond 2^63 - 1");
        }
    }
}
