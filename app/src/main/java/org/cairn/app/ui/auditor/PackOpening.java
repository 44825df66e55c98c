package org.cairn.app.ui.auditor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.AuditorFiles;
import org.cairn.app.audit.PackLook;
import org.cairn.app.audit.PackReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.proof.Verdict;

/// Opens a pack for an auditor. Marks lie beside it, in the file that `cairn audit start` would have begun, so that a
/// review goes on where it was left, in the window or on the command line. Takes its time.
final class PackOpening {
    private static final int MOST_NAMES = 100;

    private final Workplaces workplaces;
    private final Library library;

    PackOpening(Workplaces workplaces, Library library) {
        this.workplaces = workplaces;
        this.library = library;
    }

    OpenedPack open(Path pack) throws WorkspaceException, AuditException {
        if (!Files.isRegularFile(pack)) {
            throw new AuditException(pack + ": is no file; choose the pack (zip) as it was handed over");
        }
        Verification verification = workplaces.verify(pack);
        if (!(verification.verdict() instanceof Verdict.Intact)) {
            return new OpenedPack(pack, verification, Optional.empty());
        }
        ReviewDraft fresh = PackReading.draft(pack, this::title);
        PackLook look = PackReading.look(pack);
        for (int number = 1; number <= MOST_NAMES; number++) {
            Path marks = beside(pack, number);
            if (!Files.exists(marks)) {
                begin(marks, fresh);
                return opened(pack, verification, new OpenedPack.Intact(look, fresh, marks));
            }
            ReviewDraft kept = AuditorFiles.draft(marks);
            if (kept.pack().equals(fresh.pack())) {
                ReviewDraft draft = fresh.marked(kept.marks().values());
                return opened(pack, verification, new OpenedPack.Intact(look, draft, marks));
            }
        }
        throw new AuditException(
                beside(pack, MOST_NAMES) + " and all before it are marks of other packs; move them away");
    }

    private static void begin(Path marks, ReviewDraft draft) throws AuditException {
        try {
            AuditorFiles.keep(marks, draft);
        } catch (AuditException e) {
            throw new AuditException(e.getMessage() + ". Copy the pack to a folder that you can write to", e);
        }
    }

    private static OpenedPack opened(Path pack, Verification verification, OpenedPack.Intact intact) {
        return new OpenedPack(pack, verification, Optional.of(intact));
    }

    private static Path beside(Path pack, int number) {
        String name = String.valueOf(pack.getFileName()).replaceFirst("(?i)\\.zip$", "");
        return pack.resolveSibling(name + (number == 1 ? "" : "-" + number) + ".marks.json");
    }

    /// The checklist's own words, which a pack holds in its report only.
    private String title(Subject subject) {
        return subject instanceof ControlId control
                ? library.frameworks()
                        .control(control)
                        .map(found -> found.title())
                        .orElse(control.value())
                : subject.text();
    }
}
