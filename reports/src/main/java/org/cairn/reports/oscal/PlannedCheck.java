package org.cairn.reports.oscal;

import java.time.Duration;
import java.util.List;
import org.cairn.checklist.ControlId;

/// One automated rule of the catalogue, as the plan names it.
/// @param id         in the catalogue of checks
/// @param reads      the collectors whose evidence it judges
/// @param timeToLive how long evidence counts for it
/// @param remedy     what to do where it is not satisfied
/// @param citations  whence its threshold comes
/// @param controls   of the checklist that it feeds
public record PlannedCheck(
        String id,
        String title,
        List<String> reads,
        Duration timeToLive,
        String remedy,
        List<String> citations,
        List<ControlId> controls) {
    public PlannedCheck {
        reads = List.copyOf(reads);
        citations = List.copyOf(citations);
        controls = List.copyOf(controls);
    }
}
