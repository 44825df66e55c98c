package org.cairn.reports.pack;

import java.time.LocalDate;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.proof.Digest;

/// Exactly which list of demands a report used.
/// @param readOn  the day on which the source was last read
/// @param content SHA-256 of the data file
public record FrameworkEdition(FrameworkId id, String title, String version, LocalDate readOn, Digest content) {
    public static FrameworkEdition of(Framework framework) {
        return new FrameworkEdition(
                framework.id(), framework.title(), framework.version(), framework.readOn(), framework.content());
    }
}
