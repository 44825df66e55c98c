package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Bytes;

/// What to draw.
/// @param filter of the population
/// @param size   how many; left out of account where all are taken
/// @param seed   32 bytes that somebody named; empty draws them here
public record SampleRequest(
        SampleKind of, Filter filter, int size, SampleMethod method, Optional<Bytes> seed, AsOf asOf) {
    /// How many bytes a seed has.
    public static final int SEED_SIZE_BYTES = 32;

    /// @param framework of answers and requirements
    /// @param state     of answers their status, of controls their outcome, of requirements their state
    /// @param collector of evidence
    /// @param from      the first day on which evidence was observed (UTC)
    /// @param to        the last
    public record Filter(
            Optional<FrameworkId> framework,
            Optional<String> state,
            Optional<CollectorId> collector,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}
}
