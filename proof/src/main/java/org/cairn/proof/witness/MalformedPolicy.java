package org.cairn.proof.witness;

import java.io.Serial;

/// A policy breaks its format; the message names the line.
public final class MalformedPolicy extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedPolicy(String message) {
        super(message);
    }
}
