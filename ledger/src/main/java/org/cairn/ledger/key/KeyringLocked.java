package org.cairn.ledger.key;

import java.io.Serial;

/// The keys are not in memory: the session is locked, or closed. Front ends ask before they act; where one does not,
/// or the lock falls in the middle of work, this is what stops it.
public final class KeyringLocked extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    KeyringLocked() {
        super("the workspace is locked: its keys are not in memory until a person unlocks it");
    }
}
