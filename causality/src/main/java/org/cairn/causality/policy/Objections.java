package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.causality.Node;
import org.cairn.causality.Result;

/// Takes what rules object to. The same by the same process is taken once, at its first event.
final class Objections {
    private record Same(DeviationKind kind, Node by, String what) {}

    private final RuntimePolicy policy;
    private final List<Objection> all = new ArrayList<>();
    private final List<Undecided> undecided = new ArrayList<>();
    private final Set<Same> told = new HashSet<>();

    Objections(RuntimePolicy policy) {
        this.policy = policy;
    }

    void object(DeviationKind kind, int place, Node by, String what, Allowance allowance) {
        object(kind, place, by, what, List.of(allowance));
    }

    void object(DeviationKind kind, int place, Node by, String what, List<? extends Allowance> allowances) {
        if (policy.speaksOf(kind) && told.add(new Same(kind, by, what + allowances))) {
            all.add(new Objection(new Deviation(kind, place, what, RuntimePolicy.part(kind)), List.copyOf(allowances)));
        }
    }

    void undecided(DeviationKind kind, int place, Node by, String why) {
        if (policy.speaksOf(kind) && told.add(new Same(kind, by, why))) {
            undecided.add(new Undecided(kind, place, why));
        }
    }

    List<Objection> all() {
        return all;
    }

    List<Undecided> undecided() {
        return undecided;
    }

    /// `read`, `tried to read`, `failed to read`.
    static String did(Result result, String past, String verb) {
        return switch (result) {
            case SUCCEEDED -> past;
            case ATTEMPTED -> "tried to " + verb;
            case FAILED -> "failed to " + verb;
        };
    }
}
