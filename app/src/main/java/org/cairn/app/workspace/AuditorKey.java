package org.cairn.app.workspace;

/// What this workspace knows of the key that signed a review.
public sealed interface AuditorKey {
    /// Enrolled here as an auditor's.
    record Enrolled() implements AuditorKey {}

    /// Nobody enrolled it, and a person accepted it with an earlier review.
    /// @param review the entry of the first one
    record AcceptedBefore(long review) implements AuditorKey {}

    /// Somebody has to compare its fingerprint with the auditor by another way than the file.
    record Unknown() implements AuditorKey {}
}
