package org.cairn.collectors.file;

import java.io.IOException;
import java.security.MessageDigest;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.proof.Digest;

/// The SHA-256 of a file of any size, read piece by piece.
final class FileDigest {
    private static final int CHUNK = 1 << 20;

    private FileDigest() {}

    static Digest of(RandomBytes file) throws IOException, InterruptedException {
        MessageDigest sha256 = Digest.newSha256();
        pieces(file, sha256::update);
        return Digest.of(sha256.digest());
    }

    /// Takes a file's bytes in order.
    interface Piece<E extends Exception> {
        void take(byte[] bytes) throws E;
    }

    static <E extends Exception> void pieces(RandomBytes file, Piece<E> each)
            throws IOException, InterruptedException, E {
        long at = 0;
        for (byte[] chunk = file.read(at, CHUNK); chunk.length > 0; chunk = file.read(at, CHUNK)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("hashing was cancelled");
            }
            each.take(chunk);
            at += chunk.length;
        }
    }
}
