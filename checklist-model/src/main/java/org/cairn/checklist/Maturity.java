package org.cairn.checklist;

/// Maturity from 0 (nothing) to 5 (improved continuously), documentation and implementation apart.
public record Maturity(int documentation, int implementation) {
    public Maturity {
        if (documentation < 0 || documentation > 5 || implementation < 0 || implementation > 5) {
            throw new IllegalArgumentException("maturity runs from 0 to 5: " + documentation + ", " + implementation);
        }
    }
}
