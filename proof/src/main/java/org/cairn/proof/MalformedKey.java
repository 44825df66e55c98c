package org.cairn.proof;

import java.io.Serial;

/// A public key that is refused. The message says why.
public final class MalformedKey extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedKey(String problem) {
        super(problem);
    }
}
