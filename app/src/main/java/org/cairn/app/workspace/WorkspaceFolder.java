package org.cairn.app.workspace;

import java.nio.file.Path;

/// Where things lie in a workspace folder; the layout stands in `docs/workspace-format.md`.
record WorkspaceFolder(Path root) {
    Path description() {
        return root.resolve(WorkspaceFile.NAME);
    }

    /// The truth: append-only.
    Path ledger() {
        return root.resolve("ledger");
    }

    /// Encrypted payloads.
    Path evidence() {
        return root.resolve("evidence");
    }

    Path keys() {
        return root.resolve("keys");
    }

    /// One wrapped data key with its salt for each payload.
    Path payloadKeys() {
        return keys().resolve("payload");
    }

    /// What this workspace saw of other logs as their witness.
    Path witness() {
        return root.resolve("witness");
    }

    /// What one person signed and a second one has not yet.
    Path proposals() {
        return root.resolve("proposals");
    }

    /// What people typed and did not record yet.
    Path drafts() {
        return root.resolve("drafts");
    }

    /// A projection of the ledger; may be deleted.
    Path index() {
        return root.resolve("index");
    }
}
