package org.cairn.app.ui.auditor;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.audit.PackLook;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.workspace.Verification;

/// A pack that was verified, with what was marked in it so far.
/// @param opened empty where the pack is not intact: nothing of it is shown then
record OpenedPack(Path pack, Verification verification, Optional<Intact> opened) {
    /// @param marks the file that the marks are kept in
    record Intact(PackLook look, ReviewDraft draft, Path marks) {}
}
