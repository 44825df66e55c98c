package org.cairn.ledger.store;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// What an audit asks about each entry beyond its place in the tree, such as its signatures.
@FunctionalInterface
public interface EntryCheck {
    /// What is wrong with the entry, in words; empty where nothing is.
    Optional<String> problem(long entry, Bytes bytes);

    /// Says which entries will be asked about next, so that what can be worked out of each alone may be worked out by
    /// several threads. The answers do not depend on it.
    /// @param first index of the first of them
    default void expect(long first, List<Bytes> entries) {}
}
