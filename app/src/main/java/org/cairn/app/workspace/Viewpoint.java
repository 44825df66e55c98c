package org.cairn.app.workspace;

import java.util.Optional;

/// Which state the one at work looks at, where that is not the present. Safe for any thread.
final class Viewpoint {
    private volatile Optional<TwoTimes> past = Optional.empty();

    void set(TwoTimes times) {
        past = Optional.of(times).filter(looked -> !looked.now());
    }

    /// Empty where the present is looked at.
    Optional<TwoTimes> past() {
        return past;
    }
}
