package org.cairn.reports.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// A file that evidence records are about, hashed as it lies there and never held whole.
public record ArchivedFile(Path path) {
    private static final int BUFFER_BYTES = 1 << 16;

    Bytes hash(HashAlgorithm algorithm) throws PackException {
        MessageDigest digest = algorithm.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Bytes.copyOf(digest.digest());
        } catch (IOException e) {
            throw new PackException(path + ": cannot be read (" + e + ")", e);
        }
    }
}
