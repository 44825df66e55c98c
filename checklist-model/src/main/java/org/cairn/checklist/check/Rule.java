package org.cairn.checklist.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cairn.evidence.CollectorId;

/// A rule over one piece of evidence, in three-valued logic (Kleene 1952, section 64: strong connectives).
/// A missing fact, a missing population or an incomplete one makes a rule unknown; nothing that is left out can make it
/// true. Texts named `finding` are templates: `{name}` stands for a value of the offending item, else for a fact.
public sealed interface Rule {
    /// A single observed fact passes a test.
    record Fact(String fact, ValueTest test, String finding) implements Rule {}

    /// No member meets `where`. Known to hold only if the population is complete.
    record NoItem(String population, Condition where, WhenEmpty whenEmpty, String finding) implements Rule {}

    /// Each member that meets `where` meets `must`. Known to hold only if the population is complete.
    record EveryItem(String population, Condition where, Condition must, WhenEmpty whenEmpty, String finding)
            implements Rule {}

    /// Some member meets `where`. Known to fail only if the population is complete.
    record AtLeastOne(String population, Condition where, String finding) implements Rule {}

    /// An observed time, RFC 3339, was not longer ago than `limit` on the day asked. Where it was, it is stale: nothing
    /// was found, and nothing can be told.
    record Fresh(String fact, Duration limit) implements Rule {}

    /// What was observed over a period speaks for at most as long again: on the day asked, its end is not longer ago
    /// than
    /// it lasted. Where it is, it is stale.
    /// @param from  the fact that holds its beginning, RFC 3339
    /// @param until the fact that holds its end
    record AsLongAgain(String from, String until) implements Rule {}

    /// Members that meet `where` have a [Counterpart] in other evidence about the same host.
    /// @param percent how many of them have to, in whole percent; below 100 the finding stands for all, and may use
    ///                `{covered}`, `{of}`, `{percent}` and `{missing}`, the first of those without
    record Covered(
            String population,
            Condition where,
            Counterpart counterpart,
            int percent,
            WhenEmpty whenEmpty,
            String finding)
            implements Rule {
        public Covered {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException(percent + " percent");
            }
        }
    }

    /// What stands for a member in another collector's evidence.
    /// @param same   names of values, here and there, that have to be the same: all pairs of one of these
    /// @param where  met by the counterpart
    /// @param unless met by none that has the same values: it would say the contrary
    /// @param timeToLive how long that evidence counts
    /// @param needed whether nothing can be told without that evidence; else what has no counterpart there has none
    record Counterpart(
            CollectorId collector,
            String population,
            List<SortedMap<String, String>> same,
            Condition where,
            Optional<Condition> unless,
            Duration timeToLive,
            boolean needed) {
        public Counterpart {
            same = List.copyOf(same);
            if (same.isEmpty() || same.stream().anyMatch(names -> names.isEmpty())) {
                throw new IllegalArgumentException("a counterpart is told by the same values");
            }
        }
    }

    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    record Not(Rule rule, String finding) implements Rule {}

    /// Those of them without whose evidence nothing can be told.
    default List<CollectorId> needs() {
        return switch (this) {
            case Covered covered ->
                covered.counterpart().needed() ? List.of(covered.counterpart().collector()) : List.of();
            case All all ->
                all.rules().stream().flatMap(rule -> rule.needs().stream()).toList();
            case Any any ->
                any.rules().stream().flatMap(rule -> rule.needs().stream()).toList();
            case Not not -> not.rule().needs();
            case Fact _, Fresh _, AsLongAgain _, NoItem _, EveryItem _, AtLeastOne _ -> List.of();
        };
    }

    /// The collectors whose evidence is read beside.
    default List<CollectorId> besides() {
        return switch (this) {
            case Covered covered -> List.of(covered.counterpart().collector());
            case All all ->
                all.rules().stream().flatMap(rule -> rule.besides().stream()).toList();
            case Any any ->
                any.rules().stream().flatMap(rule -> rule.besides().stream()).toList();
            case Not not -> not.rule().besides();
            case Fact _, Fresh _, AsLongAgain _, NoItem _, EveryItem _, AtLeastOne _ -> List.of();
        };
    }

    /// What an empty population (or one where nothing meets `where` of [EveryItem]) says.
    enum WhenEmpty {
        /// Nothing was there to judge: indeterminate. The default.
        UNKNOWN,
        /// That there is none is what the check asks for.
        SATISFIED
    }
}
