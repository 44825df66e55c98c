package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.cairn.proof.Digest;

/// Splits a stream into lines and digests it on the way. Holds one line at most.
final class LineReader {
    /// auditd writes at most 8,970 bytes a record (MAX_AUDIT_MESSAGE_LENGTH in libaudit.h) and enrichment may double
    /// that.
    static final int LONGEST_LINE_BYTES = 1 << 16;

    private final InputStream in;
    private final MessageDigest sha256 = Digest.newSha256();
    private final byte[] chunk = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST_LINE_BYTES];
    private long remaining;
    private int chunkAt;
    private int chunkEnd;
    private int length;
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
            byte b = chunk[chunkAt++];
            next++;
            if (b == '\n') {
                terminated = true;
            } else if (length++ < LONGEST_LINE_BYTES) {
                line[length - 1] = b;
            }
        }
        boolean any = next > offset;
        number += any ? 1 : 0;
        return any;
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
        return new String(line, 0, Math.min(length, LONGEST_LINE_BYTES), StandardCharsets.UTF_8);
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
