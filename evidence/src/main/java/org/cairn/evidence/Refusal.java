package org.cairn.evidence;

/// What could not be read, and why. A refusal is a result: it is recorded, shown, and turns a judgement into
/// *indeterminate*.
/// @param source what was to be read, e.g. `/etc/shadow` or `nft -j list ruleset`
/// @param detail one line for a person: what the system answered and what would help
public record Refusal(String source, Why why, String detail) {
    public enum Why {
        /// It is not there.
        ABSENT,
        /// The system refused this user.
        DENIED,
        /// It was read and could not be understood.
        MALFORMED,
        /// It is larger than the bound.
        TOO_LARGE,
        /// It did not answer within its time limit.
        TIMED_OUT
    }

    public Refusal {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a refusal names its source");
        }
    }
}
