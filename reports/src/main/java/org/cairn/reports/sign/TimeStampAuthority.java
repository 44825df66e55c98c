package org.cairn.reports.sign;

import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// Gives time stamps (RFC 3161). One on the same machine proves order, not time.
public interface TimeStampAuthority {
    /// @return the DER TimeStampToken over this SHA-256 digest
    Bytes token(Digest digest) throws PackException;
}
