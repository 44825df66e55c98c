package org.cairn.proof;

/// One-off verification over raw bytes. To verify many signatures of one key, keep its [Ed25519PublicKey].
public final class Ed25519Verification {
    private Ed25519Verification() {}

    /// False also where key or signature are refused by [Ed25519Encoding].
    public static boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        return Ed25519Encoding.refusalOfKey(publicKey).isEmpty()
                && new Ed25519PublicKey(publicKey).verifies(message, signature);
    }
}
