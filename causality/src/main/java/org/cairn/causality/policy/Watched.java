package org.cairn.causality.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A group of system calls that a source can be set to record.
public enum Watched {
    /// Starts of programs and processes.
    PROGRAMS,
    READS,
    /// Opens for writing, and changes of names and permissions.
    WRITES,
    /// `connect` and what is sent without it.
    CONNECTIONS,
    /// Changes of user.
    USERS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Watched> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
