package org.cairn.ledger.store;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// Decides what may be appended. On opening it is told of every recorded entry, in order, by the opening thread; then
/// it
/// is asked, in order and before anything is written, by the one thread that writes.
public interface Admission {
    /// Admits everything: for logs whose entries mean nothing to us.
    Admission OF_ANYTHING = new Admission() {
        @Override
        public void recorded(long index, Bytes entry) {}

        @Override
        public Optional<String> refusal(long first, List<Bytes> entries) {
            return Optional.empty();
        }

        @Override
        public void settled(long size) {}
    };

    /// Says which entries it will be told of next, so that what can be worked out of each alone may be worked out by
    /// several threads. What is recorded does not depend on it.
    /// @param first index of the first of them
    default void expect(long first, List<Bytes> entries) {}

    /// An entry that the ledger held already when it was opened.
    void recorded(long index, Bytes entry);

    /// Why these entries may not follow each other from index `first` on, in words that name the entry; empty admits
    /// all
    /// of them. What is admitted counts as recorded for what is asked after it, until [#settled(long)].
    Optional<String> refusal(long first, List<Bytes> entries);

    /// The ledger has `size` entries now. What was admitted at or beyond that was not recorded.
    void settled(long size);
}
