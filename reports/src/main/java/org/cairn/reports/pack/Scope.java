package org.cairn.reports.pack;

import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// What was assessed, and what was left out of the pack.
/// @param roles    in which the organisation acts, e.g. `deployer`, `financial-entity`
/// @param hosts    that evidence comes from, sorted
/// @param withheld what the pack holds only as a commitment
public record Scope(String description, List<String> roles, List<String> hosts, List<Withheld> withheld) {
    public Scope {
        roles = List.copyOf(roles);
        hosts = List.copyOf(hosts);
        withheld = List.copyOf(withheld);
    }

    /// @param subject what the evidence is about
    /// @param reason  why it is not disclosed, in the issuer's words
    public record Withheld(EvidenceId evidence, Subject subject, String reason) {}
}
