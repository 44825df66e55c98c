package org.cairn.evidence.vault;

import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What opens a commitment: whoever holds both can check it with `cat salt content | sha256sum`.
/// @param salt 32 random bytes
public record Opening(Bytes salt, Bytes content) {
    public Digest commitment() {
        return Digest.sha256(salt.concat(content));
    }
}
