package org.cairn.ledger.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.channels.FileChannel;

/// A force failed, so that nobody knows what is on the disk. Linux reports the error once and may then count the pages
/// as
/// clean (fsync(2), "EIO"): a second force that succeeds proves nothing. Whoever writes must stop and read again.
final class ForceFailed extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    ForceFailed(IOException cause) {
        super(cause.getMessage(), cause);
    }

    static void force(FileChannel channel, boolean metadata) throws ForceFailed {
        try {
            channel.force(metadata);
        } catch (IOException e) {
            throw new ForceFailed(e);
        }
    }
}
