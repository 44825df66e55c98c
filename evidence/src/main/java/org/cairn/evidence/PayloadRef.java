package org.cairn.evidence;

import org.cairn.proof.Digest;

/// Points from a ledger entry to an encrypted payload without telling its content.
/// @param stored     SHA-256 of the stored, encrypted bytes; also the payload's file name
/// @param commitment SHA-256 over a random 32-byte salt followed by the plain bytes. Whoever is given salt and bytes
/// can
///                   check them with `cat salt bytes | sha256sum`; whoever is not learns nothing
/// @param sizeBytes  size of the plain bytes
public record PayloadRef(Digest stored, Digest commitment, long sizeBytes) {
    public PayloadRef {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("payload of " + sizeBytes + " bytes");
        }
    }
}
