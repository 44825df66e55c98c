package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
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

    /// Reads the whole file once. A log that grows meanwhile is taken up to the size it has at the end of this
    /// reading.
    public static LogSource of(Path file, String host) throws IngestException {
        MessageDigest sha256 = Digest.newSha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
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
