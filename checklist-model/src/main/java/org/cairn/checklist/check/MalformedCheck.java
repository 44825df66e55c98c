package org.cairn.checklist.check;

import java.io.Serial;

/// A check definition that cannot be taken as it stands. The message names the member and what is wrong with it.
public final class MalformedCheck extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedCheck(String problem) {
        super(problem);
    }

    public MalformedCheck(String problem, Throwable cause) {
        super(problem, cause);
    }
}
