package org.cairn.proof;

import java.util.List;

/// What a verification concluded. It does not stop at the first fault.
public sealed interface Verdict {
    /// Everything up to this checkpoint is there and unchanged.
    record Intact(Checkpoint at) implements Verdict {}

    /// All that is wrong; never empty.
    record Broken(List<Defect> defects) implements Verdict {
        public Broken {
            defects = List.copyOf(defects);
            if (defects.isEmpty()) {
                throw new IllegalArgumentException("broken without a defect");
            }
        }
    }

    /// Nothing is wrong with what is there, but something needed for a verdict is not.
    record Incomplete(List<String> missing) implements Verdict {
        public Incomplete {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("incomplete with nothing missing");
            }
        }
    }
}
