package org.cairn.reports.pack;

import org.cairn.proof.Bytes;

/// Signs the list of all files of a pack, three ways.
public interface PackSigner {
    /// Detached CMS (RFC 5652) in DER, by the document key: ECDSA P-256, SHA-256, signed attributes.
    Bytes cms(Bytes sums) throws PackException;

    /// 64 bytes by the log's Ed25519 key.
    Bytes ed25519(Bytes sums) throws PackException;

    /// 2420 bytes by the log's ML-DSA-44 key.
    Bytes mlDsa44(Bytes sums) throws PackException;
}
