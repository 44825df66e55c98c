package org.cairn.proof;

import java.io.Serial;

/// A DSSE envelope that breaks its format. The message names what is wrong.
public final class MalformedEnvelope extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedEnvelope(String problem) {
        super(problem);
    }
}
