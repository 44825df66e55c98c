package org.cairn.proof;

import java.io.Serial;

/// Text that is not the strict JSON expected. The message names the position, or the member, and what is wrong
/// there.
public final class MalformedJson extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    public MalformedJson(String problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
