package org.cairn.ledger.store;

import java.util.Optional;
import org.cairn.proof.Bytes;

/// What an audit asks about each entry beyond its place in the tree, such as its signatures.
@FunctionalInterface
public interface EntryCheck {
    /// What is wrong with the entry, in words; empty where nothing is.
    Optional<String> problem(long entry, Bytes bytes);
}
