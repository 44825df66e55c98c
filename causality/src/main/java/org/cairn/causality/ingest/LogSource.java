package org.cairn.causality.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import org.cairn.proof.Digest;

/// A raw log, identified by its content before anything is parsed.
/// @param location where it lies, for messages
/// @param host     the host it was recorded on, where its records do not say so themselves (`node=`)
public record LogSource(String location, String host, Digest digest, long sizeBytes) {
    private static final int CHUNK_BYTES = 1 << 16;

    public LogSource {
        if (location.isBlank() || host.isBlank() || sizeBytes < 0) {
            throw new IllegalArgumentException(
                    "source " + location + " of host '" + host + "', " + sizeBytes + " bytes");
        }
    }

    /// The bytes of a log, unpacked where gzip packed it: digest and offsets are those of the log itself.
    public static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES);
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b; // RFC 1952 section 2.3.1
            in.reset();
            return packed ? new GZIPInputStream(in, CHUNK_BYTES) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Reads the whole file once. A log that grows meanwhile is taken up to the size it has at the end of this
    /// reading.
    public static LogSource of(Path file, String host) throws IngestException {
        MessageDigest sha256 = Digest.newSha256();
        long size = 0;
        try (InputStream in = open(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                sha256.update(chunk, 0, n);
                size += n;
            }
        } catch (IOException e) {
            throw new IngestException(
                    file + ": cannot be read after byte " + size + " (" + e
                            + "); check that it exists and that you may read it",
                    e);
        }
        return new LogSource(file.toString(), host, Digest.of(sha256.digest()), size);
    }
}
