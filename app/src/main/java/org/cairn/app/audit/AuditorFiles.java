package org.cairn.app.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.cairn.proof.Bytes;

/// The files that an auditor is at work on.
public final class AuditorFiles {
    private static final int MOST_BYTES = 128 << 20;

    private AuditorFiles() {}

    public static ReviewDraft draft(Path file) throws AuditException {
        return ReviewDraft.parse(String.valueOf(file.getFileName()), read(file, MOST_BYTES));
    }

    /// Replaces the file whole, so that a power cut leaves the one or the other.
    public static void keep(Path file, ReviewDraft draft) throws AuditException {
        Path target = file.toAbsolutePath();
        try {
            Path beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".partial");
            Files.write(beside, draft.encode().toByteArray());
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AuditException(file + ": cannot be written (" + e + "); nothing was marked", e);
        }
    }

    public static Bytes read(Path file, int mostBytes) throws AuditException {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(mostBytes + 1);
            if (content.length > mostBytes) {
                throw new AuditException(file + ": larger than " + mostBytes + " bytes");
            }
            return Bytes.copyOf(content);
        } catch (IOException e) {
            throw new AuditException(file + ": cannot be read (" + e + ")", e);
        }
    }

    public static void writeNew(Path file, Bytes content) throws AuditException {
        try {
            Files.write(file, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new AuditException(file + " exists; it was not written. Choose another name", e);
        } catch (IOException e) {
            throw new AuditException(file + ": cannot be written (" + e + ")", e);
        }
    }
}
