package org.cairn.proof;

import java.io.Serial;

/// A transparency-log proof or tile that breaks its format. The message names what is wrong and where.
public final class MalformedProof extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedProof(String problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
