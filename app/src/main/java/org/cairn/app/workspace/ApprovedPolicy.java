package org.cairn.app.workspace;

import java.time.Instant;
import org.cairn.causality.policy.RuntimePolicy;

/// A policy that two people approved, with the entry that says so.
public record ApprovedPolicy(BaselineVersion version, RuntimePolicy policy) {
    /// Whether it was in force at `at` already.
    public boolean inForce(Instant at) {
        return !version.from().isAfter(at);
    }
}
