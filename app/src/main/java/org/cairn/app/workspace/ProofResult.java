package org.cairn.app.workspace;

import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Proof that an entry is in the log.
/// @param entry    index of the entry
/// @param size     of the tree it is proved in
/// @param leafHash RFC 6962 leaf hash of the entry's bytes
/// @param envelope the entry's bytes
/// @param proof    C2SP tlog-proof: index, inclusion path and signed checkpoint
public record ProofResult(long entry, long size, Digest leafHash, Bytes envelope, Bytes proof) {}
