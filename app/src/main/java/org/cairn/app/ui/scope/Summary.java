package org.cairn.app.ui.scope;

import java.util.List;

/// What would follow from what is said.
/// @param changes    how many facts would be recorded
/// @param frameworks each adopted one, with reasons
record Summary(long apply, long unscoped, long outOfScope, int changes, List<Reach> frameworks) {
    static final Summary NOTHING = new Summary(0, 0, 0, 0, List.of());

    Summary {
        frameworks = List.copyOf(frameworks);
    }

    static Summary of(List<Reach> frameworks, int changes) {
        return new Summary(
                frameworks.stream().mapToLong(Reach::apply).sum(),
                frameworks.stream().mapToLong(Reach::unscoped).sum(),
                frameworks.stream().mapToLong(Reach::outOfScope).sum(),
                changes,
                frameworks);
    }
}
