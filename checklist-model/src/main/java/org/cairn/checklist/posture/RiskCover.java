package org.cairn.checklist.posture;

import java.time.LocalDate;
import org.cairn.checklist.event.RiskId;

/// A finding on a row is known and borne. It is still a finding.
/// @param until the last day (UTC)
/// @param entry that accepted the risk
public record RiskCover(RiskId risk, LocalDate until, long entry) {}
