package org.cairn.ledger.replay;

import java.util.Optional;
import org.cairn.proof.Bytes;

/// Reads the header out of an entry's bytes. Asked by several threads at once.
@FunctionalInterface
public interface HeaderReader {
    /// Empty where the entry has no header that can be read; the index then keeps its place and hash alone.
    Optional<EntryHeader> read(long entry, Bytes bytes);
}
