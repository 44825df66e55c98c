package org.cairn.checklist.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.evidence.Item;

/// Evaluates conditions over one item, and tests over one value.
final class ItemTruth {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final String UNMET = "condition not met";

    private ItemTruth() {}

    /// @param population whose member the item is, for gaps
    static Truth of(Condition condition, Item item, String population) {
        return switch (condition) {
            case Condition.Always _ -> new Truth.True();
            case Condition.Holds holds -> holds(holds, item, population);
            case Condition.All all -> Truth.all(each(all.conditions(), item, population));
            case Condition.Any any -> Truth.any(each(any.conditions(), item, population));
            case Condition.Not not -> Truth.not(of(not.condition(), item, population), UNMET);
        };
    }

    private static List<Truth> each(List<Condition> conditions, Item item, String population) {
        return conditions.stream()
                .map(condition -> of(condition, item, population))
                .toList();
    }

    private static Truth holds(Condition.Holds holds, Item item, String population) {
        Optional<String> value = item.value(holds.value());
        return value.isEmpty()
                ? Truth.missing("value " + holds.value() + " of a member of " + population)
                : test(holds.value(), value.get(), holds.test(), UNMET);
    }

    static Truth test(String name, String value, ValueTest test, String finding) {
        return switch (test) {
            case ValueTest.EqualTo equal -> known(equal.value().equals(value), finding);
            case ValueTest.In in -> known(in.values().contains(value), finding);
            case ValueTest.Matches matches ->
                known(matches.pattern().matcher(value).matches(), finding);
            case ValueTest.AtMost most when isNumber(value) -> known(Long.parseLong(value) <= most.limit(), finding);
            case ValueTest.AtLeast least when isNumber(value) -> known(Long.parseLong(value) >= least.limit(), finding);
            case ValueTest.AtMost _, ValueTest.AtLeast _ ->
                Truth.missing(name + " as a whole number: it is '" + value + "'");
        };
    }

    /// The same truth value, with `finding` as its one reason if it is false.
    static Truth inWords(Truth truth, String finding) {
        return truth instanceof Truth.False ? new Truth.False(List.of(finding)) : truth;
    }

    private static boolean isNumber(String value) {
        return WHOLE_NUMBER.matcher(value).matches();
    }

    private static Truth known(boolean holds, String finding) {
        return holds ? new Truth.True() : new Truth.False(List.of(finding));
    }
}
