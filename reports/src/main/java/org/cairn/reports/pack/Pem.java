package org.cairn.reports.pack;

import java.util.Base64;
import org.cairn.proof.Bytes;

/// Textual encoding of keys and certificates (RFC 7468), which openssl reads.
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static Bytes encode(String label, Bytes der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der.toByteArray());
        return Bytes.utf8("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
