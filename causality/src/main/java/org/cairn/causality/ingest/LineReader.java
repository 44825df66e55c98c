package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.cairn.proof.Digest;

/// Splits a stream into lines and digests it on the way. Holds one line at most.
final class LineReader {
    /// auditd writes at most 8,970 bytes a record (MAX_AUDIT_MESSAGE_LENGTH in libaudit.h) and enrichment may double
    /// that.
    static final int LONGEST_LINE_BYTES = 1 << 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private final MessageDigest sha256 = Digest.newSha256();
    private final byte[] chunk = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST_LINE_BYTES];
    private long remaining;
    private int chunkAt;
    private int chunkEnd;
    private long length;
    private long number;
    private long offset;
    private long next;
    private boolean terminated;

    /// @param sizeBytes where to stop, even if there is more
    LineReader(InputStream in, long sizeBytes) {
        this.in = in;
        this.remaining = sizeBytes;
    }

    /// Moves to the next line; false at the end.
    boolean advance() throws IOException {
        offset = next;
        length = 0;
        terminated = false;
        while (!terminated && fill()) {
            int end = lineFeed();
            keep(end - chunkAt);
            terminated = end < chunkEnd;
            next += end - chunkAt + (terminated ? 1 : 0);
            chunkAt = terminated ? end + 1 : end;
        }
        boolean any = next > offset;
        number += any ? 1 : 0;
        return any;
    }

    /// Where the chunk's next line feed stands; `chunkEnd` where there is none. Eight bytes at a time: a byte of
    /// `differs` is zero where the text has a line feed, and the lowest zero byte is found by a subtraction that
    /// borrows (Warren, Hacker's Delight, section 6-1).
    private int lineFeed() {
        int at = chunkAt;
        for (; at + Long.BYTES <= chunkEnd; at += Long.BYTES) {
            long word = (long) WORDS.get(chunk, at);
            long differs = word ^ 0x0a0a_0a0a_0a0a_0a0aL;
            long zeroes = differs - 0x0101_0101_0101_0101L & ~differs & 0x8080_8080_8080_8080L;
            if (zeroes != 0) {
                return at + Long.numberOfTrailingZeros(zeroes) / Byte.SIZE;
            }
        }
        while (at < chunkEnd && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    /// The next bytes of the chunk as part of the line, as far as it is kept.
    private void keep(int count) {
        int room = (int) (LONGEST_LINE_BYTES - Math.min(length, LONGEST_LINE_BYTES));
        System.arraycopy(chunk, chunkAt, line, LONGEST_LINE_BYTES - room, Math.min(count, room));
        length += count;
    }

    private boolean fill() throws IOException {
        if (chunkAt < chunkEnd) {
            return true;
        }
        int n = in.read(chunk, 0, (int) Math.min(chunk.length, remaining));
        if (n <= 0) {
            return false;
        }
        sha256.update(chunk, 0, n);
        remaining -= n;
        chunkAt = 0;
        chunkEnd = n;
        return true;
    }

    /// Why the line cannot be a record, whatever it says.
    Optional<String> fault() {
        return length <= LONGEST_LINE_BYTES
                ? Optional.empty()
                : Optional.of("line of " + length + " bytes, longer than " + LONGEST_LINE_BYTES);
    }

    /// Whether a line feed ends the line. The last line may lack it, because the file was cut or is still being
    /// written.
    boolean terminated() {
        return terminated;
    }

    String text() {
        return new String(line, 0, (int) Math.min(length, LONGEST_LINE_BYTES), StandardCharsets.UTF_8);
    }

    long number() {
        return number;
    }

    long offset() {
        return offset;
    }

    /// Of all bytes read so far.
    Digest digest() {
        return Digest.of(sha256.digest());
    }
}
