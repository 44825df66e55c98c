package org.cairn.checklist.codec;

import java.time.Instant;
import java.util.Optional;

/// What every event says about itself, of known kinds and unknown ones.
/// @param kind    e.g. `ControlAnswered`
/// @param version of the kind's shape
/// @param subject what it is about, as spelled by [org.cairn.checklist.Subject#text]; empty where it is about nothing
///                that can be answered
public record EventHeader(
        String kind,
        int version,
        Instant recordedAt,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<String> subject) {}
