package org.cairn.checklist;

import java.time.Duration;
import java.time.LocalDate;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Refusal;

/// One reason why a judgement could not be made. A gap is never a pass and never "not applicable".
public sealed interface Gap {
    /// Nothing was recorded, or a needed value was not among what was observed.
    /// @param what what is missing, e.g. `evidence of network.firewall` or `fact default-routes`
    record Missing(String what) implements Gap {}

    /// The newest evidence is older than its time to live.
    record Stale(EvidenceId newest, Duration age, Duration limit) implements Gap {}

    /// The source refused: absent, denied, malformed, too large, timed out.
    record Unreadable(Refusal refusal) implements Gap {}

    /// The evidence was erased. Nobody can judge it again, for any day.
    /// @param entry that records the erasure
    record Erased(EvidenceId evidence, long entry) implements Gap {}

    /// Something was found, and two people hold it to be none for a time. It counts neither way, and as a finding again
    /// after that day.
    /// @param finding what was found
    /// @param until   the last day (UTC)
    /// @param entry   that accepted it
    record Accepted(Finding finding, LocalDate until, long entry) implements Gap {}

    /// What was checked holds, but no check covers the rest of the control, which a person has to show.
    /// @param remainder what is left to show
    record NotCovered(String remainder) implements Gap {}
}
