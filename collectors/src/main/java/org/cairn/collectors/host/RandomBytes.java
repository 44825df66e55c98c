package org.cairn.collectors.host;

import java.io.IOException;

/// A file of any size, read by position and never as a whole.
public interface RandomBytes {
    long size() throws IOException;

    /// Reads up to `length` bytes at `position`; fewer only at the end.
    byte[] read(long position, int length) throws IOException;
}
