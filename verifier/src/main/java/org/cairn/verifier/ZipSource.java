package org.cairn.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of one file, read at positions.
final class ZipSource implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final long size;

    private ZipSource(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static ZipSource open(Path path) throws RefusedInput {
        if (!Files.exists(path)) {
            throw new RefusedInput(path + ": no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new RefusedInput(path + ": not a file; give the pack's zip");
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new ZipSource(path, channel, channel.size());
        } catch (IOException e) {
            throw new RefusedInput(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    /// `length` bytes from `position`, little-endian. Requires that they lie within the file.
    ByteBuffer read(long position, int length) throws RefusedInput {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        read(position, buffer);
        return buffer;
    }

    /// Fills `buffer` from `position` and flips it.
    void read(long position, ByteBuffer buffer) throws RefusedInput {
        try {
            long at = position;
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, at);
                if (count < 0) {
                    throw new RefusedInput(path + ": became shorter while it was read");
                }
                at += count;
            }
        } catch (IOException e) {
            throw new RefusedInput(path + ": cannot be read at byte " + position + ": " + e.getMessage(), e);
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
