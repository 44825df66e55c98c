package org.cairn.checklist.event;

import java.time.Instant;
import java.util.List;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.KeyId;

/// Of several hosts: which are expected to show evidence, and what was brought from hosts that have no workspace.
public sealed interface FleetEvent extends Event {
    /// A host is to show evidence: where it is silent, that is a gap.
    /// @param host in the form of [org.cairn.checklist.codec.HostText]
    record HostExpected(PayloadRef host) implements FleetEvent {}

    /// A host is no longer there. It is not expected, and what it showed up to then counts no more; what it shows
    /// afterwards does.
    /// @param host as in [HostExpected]
    record HostDismissed(PayloadRef host, PayloadRef reason) implements FleetEvent {}

    /// A run on a host without a workspace was carried here as a file and taken over.
    /// @param key       that the host's collectors signed it with
    /// @param sequence  how many runs that key had signed with this one, from 1
    /// @param startedAt what the host's clock claimed
    /// @param endedAt   what it claimed at the end
    /// @param statement what the host signed, with its signature
    /// @param evidence  that was recorded of it, in the order of the statement
    /// @param failed    collectors that gave nothing there
    record HostRunImported(
            KeyId key,
            long sequence,
            Instant startedAt,
            Instant endedAt,
            PayloadRef statement,
            List<EvidenceId> evidence,
            List<CollectorId> failed)
            implements FleetEvent {
        public HostRunImported {
            evidence = List.copyOf(evidence);
            failed = List.copyOf(failed);
            if (sequence < 1) {
                throw new IllegalArgumentException("run number " + sequence);
            }
        }
    }
}
