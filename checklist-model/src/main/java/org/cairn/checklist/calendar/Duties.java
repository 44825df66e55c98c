package org.cairn.checklist.calendar;

import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.Scoping;

/// Whether requirements and rules about time bear on an organisation, by the facts of its scope.
public final class Duties {
    private final Catalogue catalogue;
    private final Scoping scoping;

    public Duties(Catalogue catalogue, Scoping scoping) {
        this.catalogue = catalogue;
        this.scoping = scoping;
    }

    /// Empty where it is out of scope.
    Optional<Bearing> of(RequirementId node) {
        return catalogue
                .requirement(node)
                .flatMap(requirement -> bearing(scoping.of(requirement).overall()));
    }

    /// Whom the rule binds has to be meant, and one of the requirements that it is about has to apply. Empty where
    /// either is out of scope.
    public Optional<Bearing> of(DeadlineRule rule) {
        Optional<Bearing> bound =
                bearing(scoping.bound(rule.framework(), rule.binds()).overall());
        if (rule.requirements().isEmpty()) {
            return bound;
        }
        Optional<Bearing> about = rule.requirements().stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .min(Bearing::compareTo);
        return bound.isEmpty() || about.isEmpty()
                ? Optional.empty()
                : Stream.of(bound.get(), about.get()).max(Bearing::compareTo);
    }

    private static Optional<Bearing> bearing(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies _ -> Optional.of(Bearing.APPLIES);
            case Applicability.Unscoped _ -> Optional.of(Bearing.UNSCOPED);
            case Applicability.OutOfScope _ -> Optional.empty();
        };
    }
}
