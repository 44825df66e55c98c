package org.cairn.proof.witness;

import java.io.Serial;

/// A request to a witness breaks its format; the message names the line.
public final class MalformedRequest extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedRequest(String message) {
        super(message);
    }
}
