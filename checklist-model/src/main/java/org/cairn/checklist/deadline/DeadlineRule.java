package org.cairn.checklist.deadline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;

/// A rule about time, as a law or a standard sets it.
/// @param title        what is due, in our own words
/// @param requirements the rows of the framework that it is about
/// @param citation     where it stands
/// @param limits       of which the earliest counts; at least one
/// @param optional     start events that may come later than the start of the clock, or never
/// @param binds        whom; empty: anybody whom the framework binds
/// @param sense        what the end means
/// @param weekend      what happens where the end falls on a Saturday, a Sunday or a public holiday
/// @param extension    by how much it may be extended, once, and where that stands
/// @param repeats      whether the next round begins when one was met
/// @param source       how well the numbers are known
/// @param note         remarks; may be empty
public record DeadlineRule(
        DeadlineRuleId id,
        FrameworkId framework,
        String title,
        List<RequirementId> requirements,
        String citation,
        List<Limit> limits,
        Set<StartEvent> optional,
        List<String> binds,
        Sense sense,
        WeekendRule weekend,
        Optional<Extension> extension,
        Rounds repeats,
        Source source,
        String note) {
    /// What the end of the period means.
    public enum Sense {
        /// Something is done by then.
        ACT_BY,
        /// Something is kept at least until then.
        KEEP_UNTIL,
        /// Something is permitted or valid until then.
        LASTS_UNTIL
    }

    public enum Rounds {
        ONCE,
        REPEATS
    }

    /// How well the numbers are known.
    public enum Source {
        /// Read in the legal text, or in a copy of it.
        PRIMARY,
        /// Read in what others write about it.
        SECONDARY,
        /// Remembered, and not read anywhere.
        UNCHECKED
    }

    public record Extension(Amount by, String citation) {}

    public DeadlineRule {
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        optional = Set.copyOf(optional);
        binds = List.copyOf(binds);
        if (limits.isEmpty()) {
            throw new IllegalArgumentException(id + " has no limit");
        }
        if (title.isBlank() || citation.isBlank()) {
            throw new IllegalArgumentException(id + " needs a title and a citation");
        }
        if (extension.isPresent()) {
            requireExtensible(id, limits, extension.get());
        }
        Set<StartEvent> unknown = new HashSet<>(optional);
        unknown.removeAll(events(limits));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(id + ": no limit names " + unknown);
        }
        if (optional.containsAll(events(limits))) {
            throw new IllegalArgumentException(id + " could start with nothing");
        }
    }

    private static void requireExtensible(DeadlineRuleId id, List<Limit> limits, Extension extension) {
        for (Limit limit : limits) {
            if (!(limit instanceof Limit.Within within)
                    || within.amount().unit() != extension.by().unit()) {
                throw new IllegalArgumentException(
                        id + ": '" + limit.text() + "' cannot be extended by " + extension.by());
            }
        }
    }

    private static Set<StartEvent> events(List<Limit> limits) {
        Set<StartEvent> events = new TreeSet<>();
        for (Limit limit : limits) {
            events.add(limit.from());
            if (limit instanceof Limit.Within within) {
                within.unlessLater().ifPresent(events::add);
            }
        }
        return events;
    }

    /// All that its limits speak of, in order of name.
    public Set<StartEvent> starts() {
        return events(limits);
    }

    /// Those without which the clock cannot run, in order of name.
    public Set<StartEvent> required() {
        Set<StartEvent> required = new TreeSet<>(starts());
        required.removeAll(optional);
        return required;
    }

    /// Whether the organisation has to set the period itself.
    public boolean needsOwnPeriod() {
        return limits.stream().anyMatch(Limit.OwnPeriod.class::isInstance);
    }
}
