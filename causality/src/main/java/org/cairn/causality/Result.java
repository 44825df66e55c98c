package org.cairn.causality;

/// How an action ended, as far as the records prove it.
public enum Result {
    SUCCEEDED,
    FAILED,
    /// Begun, and no record says how it ended: a non-blocking `connect` returns EINPROGRESS both when the peer
    /// answers and when a firewall drops the packet (connect(2)).
    ATTEMPTED
}
