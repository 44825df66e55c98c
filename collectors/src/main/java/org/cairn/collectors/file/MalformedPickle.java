package org.cairn.collectors.file;

import java.io.Serial;

/// Bytes that are no whole pickle of protocols 0 to 5. The message names the byte.
final class MalformedPickle extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedPickle(String problem) {
        super(problem);
    }
}
