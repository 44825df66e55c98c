package org.cairn.reports.pack;

import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// What was assessed, and what was left out of the pack.
/// @param roles    in which the organisation acts, e.g. `deployer`, `financial-entity`
/// @param hosts    that evidence comes from, sorted
/// @param withheld what the pack holds only as a commitment
/// @param facts    that decide what applies, each with its reason
public record Scope(
        String description, List<String> roles, List<String> hosts, List<Withheld> withheld, List<Fact> facts) {
    /// Without facts of scope.
    public Scope(String description, List<String> roles, List<String> hosts, List<Withheld> withheld) {
        this(description, roles, hosts, withheld, List.of());
    }

    public Scope {
        roles = List.copyOf(roles);
        hosts = List.copyOf(hosts);
        withheld = List.copyOf(withheld);
        facts = List.copyOf(facts);
    }

    /// @param of     the organisation, or the system it is about
    /// @param reason in the words of whoever said so; empty where nobody did, or once it was erased
    /// @param entry  the entry that says so
    public record Fact(String of, String question, String answer, String reason, long entry) {}

    /// @param subject what the evidence is about
    /// @param reason  why it is not disclosed, in the issuer's words
    public record Withheld(EvidenceId evidence, Subject subject, String reason) {}
}
