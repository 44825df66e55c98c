package org.cairn.ledger.key;

import java.io.Serial;

/// The workspace was opened with the recovery code, so there is no person in whose name to sign. Front ends ask
/// [Keyring#unlockedBy()] before they act; where one does not, this is what stops it.
public final class NobodySigns extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    NobodySigns() {
        super("the workspace was opened with the recovery code, so no person signs: add a person, then unlock as them");
    }
}
