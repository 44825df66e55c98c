package org.cairn.collectors.host;

import org.cairn.evidence.Refusal;

/// What came of reading something: the value, or why not.
public sealed interface Read<T> {
    record Got<T>(T value) implements Read<T> {}

    record Refused<T>(Refusal refusal) implements Read<T> {}
}
