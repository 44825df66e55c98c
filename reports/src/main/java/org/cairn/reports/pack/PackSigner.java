package org.cairn.reports.pack;

import java.util.Optional;
import org.cairn.proof.Bytes;

/// Signs the list of all files of a pack, three ways.
public interface PackSigner {
    /// Detached CMS (RFC 5652) in DER, by the document key: ECDSA P-256, SHA-256, signed attributes.
    Bytes cms(Bytes sums) throws PackException;

    /// A TimeStampResp (RFC 3161) over the signature that [#cms(Bytes)] gave; empty where there is no authority.
    default Optional<Bytes> timeStamp(Bytes cms) throws PackException {
        return Optional.empty();
    }

    /// 64 bytes by the log's Ed25519 key.
    Bytes ed25519(Bytes sums) throws PackException;

    /// 2420 bytes by the log's ML-DSA-44 key.
    Bytes mlDsa44(Bytes sums) throws PackException;
}
