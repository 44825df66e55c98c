package org.cairn.collectors.host;

/// A folder cannot stand for a host. The message names it, why, and what to do.
public final class UnusableTree extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableTree(String message) {
        super(message);
    }
}
