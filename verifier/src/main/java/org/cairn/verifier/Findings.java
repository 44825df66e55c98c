package org.cairn.verifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.proof.Defect;

/// Collects what is wrong while a pack is checked: each defect once, in the order found. Confined to one thread.
final class Findings {
    private final Set<Defect> defects = new LinkedHashSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    void defect(String file, String problem) {
        defects.add(Defect.inFile(file, problem));
    }

    void defect(String file, long entry, String problem) {
        defects.add(Defect.ofEntry(file, entry, problem));
    }

    void addAll(List<Defect> found) {
        defects.addAll(found);
    }

    void missing(String file) {
        missing.add(file);
    }

    /// What is not wrong, and has to be known by whoever relies on the pack.
    void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }

    List<Defect> defects() {
        return new ArrayList<>(defects);
    }

    List<String> missing() {
        return new ArrayList<>(missing);
    }
}
