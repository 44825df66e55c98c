package org.cairn.evidence.codec;

import java.io.Serial;

/// Bytes that are not evidence as this version writes it. The message names the member, or the position, and what is
/// wrong there.
public final class MalformedEvidence extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedEvidence(String problem) {
        super(problem);
    }
}
