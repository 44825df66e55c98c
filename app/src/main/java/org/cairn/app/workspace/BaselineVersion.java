package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Digest;

/// One version of a system's baseline, as two people approved it.
/// @param entry  that recorded it; it is the version's number
/// @param from   since when it is in force (UTC)
/// @param policy SHA-256 of the text
/// @param text   the policy; empty once erased
/// @param approvers names of those who signed
public record BaselineVersion(
        long entry, String system, Instant from, Digest policy, Optional<String> text, List<String> approvers) {
    public BaselineVersion {
        approvers = List.copyOf(approvers);
    }
}
