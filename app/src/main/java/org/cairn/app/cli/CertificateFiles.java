package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.proof.Bytes;

/// Requests and certificates as files that people carry.
final class CertificateFiles {
    private static final int REQUEST_LIMIT_BYTES = 64 * 1024;

    private CertificateFiles() {}

    static Bytes read(Path file) throws Refused {
        try (var in = Files.newInputStream(file)) {
            return Bytes.copyOf(in.readNBytes(REQUEST_LIMIT_BYTES + 1));
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read (" + e + ")");
        }
    }

    /// Asked before a certificate is issued that would then reach nobody.
    static void requireAbsent(Path file) throws Refused {
        if (Files.exists(file)) {
            throw new Refused(file + " exists; nothing was done");
        }
    }

    static void write(Path file, Bytes content) throws Refused {
        try {
            Files.write(file, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(file + " exists; nothing was written");
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + ")");
        }
    }
}
