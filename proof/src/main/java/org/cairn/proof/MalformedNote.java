package org.cairn.proof;

import java.io.Serial;

/// A signed note, checkpoint or verifier key that breaks its format. The message names what is wrong and where.
public final class MalformedNote extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedNote(String problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
