package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// One file of a pack and where its bytes come from.
/// @param what  it is: one of the words of `docs/pack-format.md`
/// @param title a line for a person
record PackPart(String path, String what, String title, long sizeBytes, Content content)
        implements Comparable<PackPart> {
    /// What is held in memory while it is written.
    private static final long HELD_BYTES = 4L << 20;

    /// Gives the bytes when they are needed, so that they need not all be in memory.
    @FunctionalInterface
    interface Content {
        Bytes read() throws VaultException;

        /// The same bytes, piece by piece where they are many.
        default void writeTo(OutputStream out) throws IOException, VaultException {
            out.write(read().toByteArray());
        }
    }

    static PackPart of(String path, String what, String title, Bytes bytes) {
        return new PackPart(path, what, title, bytes.size(), () -> bytes);
    }

    /// Whether it is written piece by piece.
    static boolean isLarge(long sizeBytes) {
        return sizeBytes > HELD_BYTES;
    }

    boolean isLarge() {
        return isLarge(sizeBytes);
    }

    @Override
    public int compareTo(PackPart other) {
        return path.compareTo(other.path);
    }
}
