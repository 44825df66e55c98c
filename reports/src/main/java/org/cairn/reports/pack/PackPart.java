package org.cairn.reports.pack;

import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// One file of a pack and where its bytes come from.
/// @param what  it is: one of the words of `docs/pack-format.md`
/// @param title a line for a person
record PackPart(String path, String what, String title, long sizeBytes, Content content)
        implements Comparable<PackPart> {
    /// Gives the bytes when they are needed, so that they need not all be in memory.
    @FunctionalInterface
    interface Content {
        Bytes read() throws VaultException;
    }

    static PackPart of(String path, String what, String title, Bytes bytes) {
        return new PackPart(path, what, title, bytes.size(), () -> bytes);
    }

    @Override
    public int compareTo(PackPart other) {
        return path.compareTo(other.path);
    }
}
