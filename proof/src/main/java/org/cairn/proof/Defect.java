package org.cairn.proof;

import java.util.Optional;

/// One thing that is broken.
/// @param file    where, relative to what was verified
/// @param entry   index of the ledger entry concerned, where it is known which
/// @param problem what is wrong, in words a reader can act on
public record Defect(String file, Optional<Long> entry, String problem) {
    public static Defect inFile(String file, String problem) {
        return new Defect(file, Optional.empty(), problem);
    }

    public static Defect ofEntry(String file, long entry, String problem) {
        return new Defect(file, Optional.of(entry), problem);
    }

    @Override
    public String toString() {
        return file + entry.map(index -> ", entry " + index).orElse("") + ": " + problem;
    }
}
