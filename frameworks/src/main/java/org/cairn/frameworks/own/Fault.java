package org.cairn.frameworks.own;

/// One thing in a file that does not fit.
/// @param where row and column, JSON pointer, or line
public record Fault(String where, String problem) {
    @Override
    public String toString() {
        return where + ": " + problem;
    }
}
