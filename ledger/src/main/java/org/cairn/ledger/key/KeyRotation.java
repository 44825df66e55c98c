package org.cairn.ledger.key;

/// A person's entry key and the one that takes its place: both sign the entry that says so. Until
/// [OwnKeyRotation#finish()] the current one goes on signing.
public record KeyRotation(EntrySigner current, EntrySigner next) {}
