package org.cairn.verifier;

import java.util.Base64;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// Public keys in PEM (RFC 7468 section 13), in exactly the form this product writes: what openssl reads is what is
/// verified here.
final class Pem {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";
    private static final int LINE = 64;

    private Pem() {}

    static String publicKey(Bytes spki) {
        return BEGIN + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(spki.toByteArray()) + END;
    }

    /// The DER SubjectPublicKeyInfo; empty where `pem` is not exactly [#publicKey(Bytes)] of it.
    static Optional<Bytes> publicKey(String pem) {
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END) || pem.length() <= BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        try {
            String body = pem.substring(BEGIN.length(), pem.length() - END.length());
            Bytes spki = Bytes.copyOf(Base64.getMimeDecoder().decode(body));
            return publicKey(spki).equals(pem) ? Optional.of(spki) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
