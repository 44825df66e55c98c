package org.cairn.app.cli;

import java.nio.file.Path;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.AuditorFiles;
import org.cairn.app.audit.ReviewDraft;

/// The file of marks that an auditor is at work on, on the command line.
final class AuditFiles {
    private AuditFiles() {}

    static ReviewDraft draft(Path file) throws Refused {
        try {
            return AuditorFiles.draft(file);
        } catch (AuditException e) {
            throw refused(e);
        }
    }

    static void keep(Path file, ReviewDraft draft) throws Refused {
        try {
            AuditorFiles.keep(file, draft);
        } catch (AuditException e) {
            throw refused(e);
        }
    }

    static Refused refused(AuditException e) {
        return new Refused(String.valueOf(e.getMessage()));
    }
}
