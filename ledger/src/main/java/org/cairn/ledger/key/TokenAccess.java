package org.cairn.ledger.key;

import java.nio.file.Path;

/// How a token is reached (PKCS#11, OASIS version 2.40).
/// @param module the token's own library, such as `/usr/lib/softhsm/libsofthsm2.so`; named by the person and never by
///               the workspace, since loading it runs it
/// @param slot   the slot's number, as the library's tools show it
/// @param pin    the user's PIN
public record TokenAccess(Path module, long slot, Passphrase pin) {
    /// Never the PIN.
    @Override
    public String toString() {
        return "slot " + slot + " of " + module;
    }
}
