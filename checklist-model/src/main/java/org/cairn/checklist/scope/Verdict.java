package org.cairn.checklist.scope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cairn.checklist.ScopeFact;

/// Whether a condition holds, and by what.
/// @param because the facts that settle it; empty while it is unknown
/// @param missing the facts that would have to be known; empty once it is settled
record Verdict(Truth truth, List<StatedFact> because, List<ScopeFact> missing) {
    Verdict {
        because = List.copyOf(because);
        missing = List.copyOf(missing);
    }

    static Verdict settled(boolean holds, StatedFact by) {
        return new Verdict(holds ? Truth.TRUE : Truth.FALSE, List.of(by), List.of());
    }

    static Verdict unknown(ScopeFact missing) {
        return new Verdict(Truth.UNKNOWN, List.of(), List.of(missing));
    }

    Verdict not() {
        return new Verdict(truth.not(), because, missing);
    }

    /// The first false part settles it alone; else all that is unknown is missing.
    static Verdict all(List<Verdict> parts) {
        return joined(Truth.all(truths(parts)), Truth.FALSE, parts);
    }

    /// The first true part settles it alone; else all that is unknown is missing.
    static Verdict any(List<Verdict> parts) {
        return joined(Truth.any(truths(parts)), Truth.TRUE, parts);
    }

    private static List<Truth> truths(List<Verdict> parts) {
        return parts.stream().map(Verdict::truth).toList();
    }

    private static Verdict joined(Truth truth, Truth settledByOne, List<Verdict> parts) {
        List<Verdict> bearing =
                parts.stream().filter(part -> part.truth == truth).toList();
        List<Verdict> used = truth == settledByOne ? bearing.subList(0, 1) : bearing;
        return new Verdict(truth, each(used, Verdict::because), each(used, Verdict::missing));
    }

    private static <T> List<T> each(List<Verdict> parts, Function<Verdict, List<T>> what) {
        Set<T> found = new LinkedHashSet<>();
        parts.forEach(part -> found.addAll(what.apply(part)));
        return new ArrayList<>(found);
    }
}
