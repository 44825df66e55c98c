package org.cairn.ledger.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One answer at a time: what was seen is compared and replaced under this lock. The operating system drops it when its
/// holder ends, however it ends.
final class MemoryLock implements AutoCloseable {
    static final String FILE = "lock";

    private final FileChannel channel;

    private MemoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static MemoryLock take(Path folder) throws IOException, MemoryException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new MemoryException(
                    folder + ": another program is answering with this memory. Try again when it is done");
        }
        return new MemoryLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
