package org.cairn.proof.authority;

import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;

/// Verifies one Ed25519 signature. The application's is faster than the verifier's; both give one verdict.
@FunctionalInterface
public interface SignatureVerification {
    boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature);
}
