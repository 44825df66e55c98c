package org.cairn.checklist;

import java.time.LocalDate;
import java.util.List;
import org.cairn.proof.Digest;

/// A published set of demands as Cairn carries it.
/// @param version      the edition or consolidated state, e.g. `2024/1689 as amended by 2026/1744`
/// @param readOn       the day on which the source was last read
/// @param source       what was read to make the list
/// @param licence      on what terms the list may be carried, and what is left out for that reason
/// @param content      SHA-256 of the data file, so that a report can say exactly which list it used
/// @param requirements in reading order, parents before children
public record Framework(
        FrameworkId id,
        String title,
        String version,
        LocalDate readOn,
        String source,
        String licence,
        Digest content,
        List<Requirement> requirements) {
    public Framework {
        requirements = List.copyOf(requirements);
    }
}
