package org.cairn.app.ui.kit;

import java.util.Optional;
import java.util.OptionalDouble;

/// How a long piece of work stands: what it is doing, how far it is, how it failed.
public sealed interface LongWork {
    record Idle() implements LongWork {}

    /// @param part     0 to 1; empty while the end is not known
    /// @param stopping whether the person asked it to stop
    record Running(String doing, OptionalDouble part, boolean stopping) implements LongWork {}

    record Failed(Problem problem) implements LongWork {}

    default boolean running() {
        return this instanceof Running;
    }

    default Optional<Problem> failure() {
        return this instanceof Failed(Problem problem) ? Optional.of(problem) : Optional.empty();
    }
}
