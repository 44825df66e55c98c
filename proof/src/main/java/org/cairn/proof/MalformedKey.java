package org.cairn.proof;

import java.io.Serial;

/// A public key that is refused. The message says why.
public final class MalformedKey extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedKey(String problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
