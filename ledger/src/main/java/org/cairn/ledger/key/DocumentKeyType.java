package org.cairn.ledger.key;

/// What signs documents. Readers of PDF and Excel accept both, and neither accepts Ed25519.
public enum DocumentKeyType {
    P_256,
    RSA_3072
}
