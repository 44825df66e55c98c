package org.cairn.proof.authority;

import java.util.Locale;

/// What a holder's keys may record; which kinds of events that are stands in [Rules].
public enum Role {
    /// Enrols, revokes, grants and withdraws; decides that evidence is erased.
    ADMINISTRATOR,
    /// Answers, attaches evidence, proposes.
    AUTHOR,
    /// Reviews what others answered and proposed.
    REVIEWER,
    /// Reads, and remarks on what is recorded; goes with no other role.
    AUDITOR,
    /// A machine that records what it observed; goes with no other role.
    COLLECTOR;

    /// Whether it excludes every other role: an auditor judges work that is not theirs, a machine answers nothing.
    public boolean standsAlone() {
        return switch (this) {
            case ADMINISTRATOR, AUTHOR, REVIEWER -> false;
            case AUDITOR, COLLECTOR -> true;
        };
    }

    /// As people read and type it, e.g. `administrator`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
