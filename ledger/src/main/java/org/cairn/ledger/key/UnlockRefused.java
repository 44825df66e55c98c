package org.cairn.ledger.key;

import java.io.Serial;

/// The keys were not opened: what was given does not fit, or something more is needed.
public class UnlockRefused extends KeyException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What a front end may react to.
    public enum Reason {
        /// The passphrase, the key file beside it, or the recovery code does not fit.
        WRONG_SECRET,
        /// The person named does not open this workspace.
        UNKNOWN_PERSON,
        KEY_FILE_NEEDED,
        TOTP_NEEDED,
        /// The six digits are wrong or were used before.
        TOTP_WRONG,
        /// Too many wrong digits: to be tried again later.
        WAIT,
        /// The token is absent, is another, or refuses the PIN.
        TOKEN
    }

    private final Reason reason;

    UnlockRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnlockRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
