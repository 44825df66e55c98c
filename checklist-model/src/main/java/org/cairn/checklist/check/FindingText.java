package org.cairn.checklist.check;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;

/// Fills a finding's template: `{name}` becomes a value of the item, else a fact, else `?`.
final class FindingText {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9.-]+)}");

    private FindingText() {}

    static String of(String template, Item item, Evidence evidence) {
        return fill(template, item.values(), evidence.facts());
    }

    static String of(String template, Evidence evidence) {
        return fill(template, Map.of(), evidence.facts());
    }

    private static String fill(String template, Map<String, String> values, SortedMap<String, String> facts) {
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(place ->
                Matcher.quoteReplacement(values.getOrDefault(place.group(1), facts.getOrDefault(place.group(1), "?"))));
    }
}
