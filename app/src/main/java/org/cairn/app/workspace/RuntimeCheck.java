package org.cairn.app.workspace;

import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.policy.Sight;
import org.cairn.evidence.RecordedEvidence;

/// One check of a record against a baseline, as it was recorded.
/// @param earlier  how many deviations of earlier checks stay, since this record does not judge them anew
/// @param accepted what was accepted when it was recorded
public record RuntimeCheck(
        RecordedEvidence evidence,
        ApprovedPolicy policy,
        Scrutiny scrutiny,
        Sight sight,
        int earlier,
        AcceptedDeviations accepted) {}
