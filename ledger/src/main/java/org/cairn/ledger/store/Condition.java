package org.cairn.ledger.store;

import java.nio.file.Path;
import java.util.List;
import org.cairn.proof.Defect;

/// What may be done with an opened ledger.
public sealed interface Condition {
    record Writable() implements Condition {}

    /// @param reason why nothing can be appended, in words
    record ReadOnly(String reason) implements Condition {}

    /// Something recorded is missing or changed. Nothing is repaired and nothing can be appended.
    record Damaged(List<Defect> defects) implements Condition {
        public Damaged {
            defects = List.copyOf(defects);
            if (defects.isEmpty()) {
                throw new IllegalArgumentException("damaged without a defect");
            }
        }
    }

    /// @throws LedgerException saying why not, unless entries can be appended
    default void requireWritable(Path ledger) throws LedgerException {
        switch (this) {
            case Writable() -> {}
            case ReadOnly(String reason) ->
                throw new LedgerException(
                        ledger.toString(), "nothing can be appended: " + reason, "Open the ledger again");
            case Damaged(List<Defect> defects) ->
                throw new LedgerException(
                        ledger.toString(),
                        "the ledger is damaged (" + defects.getFirst() + ")",
                        "Nothing was changed; keep this folder as evidence and restore the newest backup that verifies");
        }
    }
}
