package org.cairn.reports.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.incident.Incident;
import org.cairn.frameworks.Language;
import org.cairn.proof.Digest;

/// Everything that an incident file says.
/// @param organisation whose incident it is; empty where no workspace was opened
/// @param issuer       who signs it; empty where nobody does
/// @param issuedAt     by the local clock (UTC)
/// @param knownAt      when the organisation became aware, as a person said it (UTC)
/// @param departures   which part of which policy does not allow the event; empty where a person named the event
/// @param clocks       periods that law may have started, for a person to decide
/// @param files        names of the logs by their digest
public record IncidentModel(
        Incident incident,
        Language language,
        Optional<String> organisation,
        Optional<Issuer> issuer,
        Instant issuedAt,
        Instant knownAt,
        List<Departure> departures,
        List<Clock> clocks,
        Map<Digest, String> files) {
    public IncidentModel {
        departures = List.copyOf(departures);
        clocks = List.copyOf(clocks);
        files = Map.copyOf(files);
    }

    /// @param name        as in the signing certificate
    /// @param certificate SHA-256 of the signing certificate (DER)
    public record Issuer(String name, Digest certificate) {}

    /// @param kind     e.g. `new-destination`
    /// @param what     one line for a person
    /// @param rule     the part of the policy
    /// @param policy   which policy: its file, or whose baseline, with its digest
    /// @param entry    that approved it; empty for a file
    /// @param accepted empty where nobody accepted it for a time
    public record Departure(
            String kind, String what, String rule, String policy, Optional<Long> entry, Optional<Accepted> accepted) {}

    /// Two people accepted the departure; it happened all the same.
    /// @param how   `false-positive` or `tolerated`
    /// @param until the last day (UTC)
    /// @param entry that says so
    public record Accepted(String how, LocalDate until, List<String> by, long entry) {
        public Accepted {
            by = List.copyOf(by);
        }
    }

    /// @param rule  its id, e.g. `GDPR-72`
    /// @param due   its end if it began when the incident became known; empty where none can be computed yet
    /// @param notes what was assumed, what is missing
    public record Clock(String rule, String title, String citation, Optional<Instant> due, List<String> notes) {
        public Clock {
            notes = List.copyOf(notes);
        }
    }
}
