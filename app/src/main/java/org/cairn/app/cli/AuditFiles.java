package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.proof.Bytes;

/// The file of marks that an auditor is at work on.
final class AuditFiles {
    static final int MOST_BYTES = 128 << 20;

    private AuditFiles() {}

    static ReviewDraft draft(Path file) throws Refused {
        try {
            return ReviewDraft.parse(String.valueOf(file.getFileName()), WitnessFiles.read(file, MOST_BYTES));
        } catch (AuditException e) {
            throw refused(e);
        }
    }

    /// Replaces the file whole, so that a power cut leaves the one or the other.
    static void replace(Path file, Bytes content) throws Refused {
        Path target = file.toAbsolutePath();
        try {
            Path beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".partial");
            Files.write(beside, content.toByteArray());
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + "); nothing was marked");
        }
    }

    static Refused refused(AuditException e) {
        return new Refused(String.valueOf(e.getMessage()));
    }
}
