package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;

/// Envelopes that travel as files between people. What is read may come from anybody.
final class SmallFiles {
    /// As large as an entry can be.
    private static final int LIMIT_BYTES = 16 * 1024;

    private SmallFiles() {}

    static Bytes read(Path file) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(LIMIT_BYTES + 1);
            if (read.length > LIMIT_BYTES) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT, file + ": larger than " + LIMIT_BYTES + " bytes; nothing was recorded");
            }
            return Bytes.copyOf(read);
        } catch (NoSuchFileException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": is not there; nothing was recorded", e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "); nothing was recorded", e);
        }
    }

    /// Writes a file that is not there yet.
    static void write(Path file, Bytes content) throws WorkspaceException {
        try {
            Files.write(file, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, file + ": exists; choose another name", e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, file + ": cannot be written (" + e + ")", e);
        }
    }
}
