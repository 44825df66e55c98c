package org.cairn.proof;

import java.io.Serial;

/// A DSSE envelope that breaks its format. The message names what is wrong.
public final class MalformedEnvelope extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedEnvelope(String problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
