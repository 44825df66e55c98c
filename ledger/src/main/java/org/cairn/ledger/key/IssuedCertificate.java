package org.cairn.ledger.key;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.KeyId;

/// A certificate that the workspace's authority issued.
/// @param holder    whose it is, where that person's keys lie in this workspace
/// @param revokedAt empty while it counts
public record IssuedCertificate(
        BigInteger serial, String subject, Instant notAfter, Optional<KeyId> holder, Optional<Instant> revokedAt) {}
