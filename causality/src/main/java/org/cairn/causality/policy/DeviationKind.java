package org.cairn.causality.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which way something that happened departs from what a policy says.
public enum DeviationKind {
    /// A place outside the host was addressed that the policy does not list, whether it was reached or not.
    NEW_DESTINATION,
    READ_OUTSIDE_SCOPE,
    WRITE_OUTSIDE_SCOPE,
    /// A model file was written, replaced, removed or its permissions were changed, by whomever.
    MODEL_WRITTEN,
    /// A program or script was run from a place that is written to, from memory alone, or after its file was removed.
    EXECUTION_FROM_WRITABLE_PLACE,
    /// A program that the policy does not list, or that is not listed for the program that started it.
    UNEXPECTED_CHILD,
    /// A process acts as another user than the policy knows, or became one in a way it does not know.
    PRIVILEGE_CHANGE,
    /// More files were read within a period than is usual.
    UNUSUAL_VOLUME,
    MODEL_OPENED_BY_STRANGER,
    /// A model or library was loaded from a place that is not listed, or whose digest is not the listed one. A record
    /// of system calls holds paths, not contents: digests are compared only where they are given beside it.
    UNSIGNED_ARTEFACT;

    /// As in files and on the command line, e.g. `new-destination`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DeviationKind> byId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// What has to be recorded for this kind to be seen.
    public Watched needs() {
        return switch (this) {
            case NEW_DESTINATION -> Watched.CONNECTIONS;
            case READ_OUTSIDE_SCOPE, UNUSUAL_VOLUME, MODEL_OPENED_BY_STRANGER, UNSIGNED_ARTEFACT -> Watched.READS;
            case WRITE_OUTSIDE_SCOPE, MODEL_WRITTEN -> Watched.WRITES;
            case EXECUTION_FROM_WRITABLE_PLACE, UNEXPECTED_CHILD -> Watched.PROGRAMS;
            case PRIVILEGE_CHANGE -> Watched.USERS;
        };
    }
}
