package org.cairn.app.cli;

import java.nio.file.Path;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.TokenAccess;

/// A token as it is named on a command line: `/usr/lib/softhsm/libsofthsm2.so:1234`.
final class TokenText {
    private TokenText() {}

    static TokenAccess parse(String text, Passphrase pin) throws Refused {
        int colon = text.lastIndexOf(':');
        try {
            if (colon > 0) {
                return new TokenAccess(
                        Path.of(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)), pin);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Refused(text + ": a token is named by its PKCS#11 library and its slot number, with a colon between;"
                + " `pkcs11-tool --list-slots` shows slots");
    }
}
