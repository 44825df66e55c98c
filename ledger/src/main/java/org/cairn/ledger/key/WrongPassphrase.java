package org.cairn.ledger.key;

import java.io.Serial;

/// The passphrase, or the recovery code, does not open the keys. It cannot be told from keys that were changed
/// on purpose to look so; the message says both.
public final class WrongPassphrase extends UnlockRefused {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongPassphrase(String what, String file) {
        super(
                Reason.WRONG_SECRET,
                "The " + what + " does not open " + file
                        + ". Check upper and lower case and the keyboard layout; where it"
                        + " is surely right, the file was changed: restore it from a backup.");
    }
}
