package org.cairn.checklist.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cairn.evidence.CollectorId;

/// Reads rules, conditions and value tests from their JSON form:
/// `{"fact": F, TEST, "finding": T}`,
/// `{"noItem": {"population": P, "where": C, "whenEmpty": "unknown", "finding": T}}`, `everyItem` likewise with `must`,
/// `atLeastOne`, `{"fresh": F, "within": P}`, `{"asLongAgain": {"from": F, "until": F}}`,
/// `{"covered": {…}}` (see [Rule.Covered]), `{"all": […]}`, `{"any": […]}`,
/// `{"not": R, "finding": T}`; a condition is `{"value": V, TEST}`,
/// `all`, `any` or `not`; TEST is one of `equals`, `in`, `atMost`, `atLeast`, `matches`.
final class RuleReader {
    private static final List<String> TESTS = List.of("equals", "in", "atMost", "atLeast", "matches");

    private RuleReader() {}

    static Rule rule(DefinitionMembers json) throws MalformedCheck {
        if (json.has("fact")) {
            return new Rule.Fact(json.text("fact"), test(json, Set.of("fact", "finding")), json.text("finding"));
        }
        if (json.has("fresh")) {
            json.only(Set.of("fresh", "within"));
            return new Rule.Fresh(json.text("fresh"), Duration.parse(json.text("within")));
        }
        if (json.has("asLongAgain")) {
            DefinitionMembers period =
                    json.only(Set.of("asLongAgain")).object("asLongAgain").only(Set.of("from", "until"));
            return new Rule.AsLongAgain(period.text("from"), period.text("until"));
        }
        if (json.has("covered")) {
            return covered(json.only(Set.of("covered")).object("covered"));
        }
        if (json.has("not")) {
            json.only(Set.of("not", "finding"));
            return new Rule.Not(rule(json.object("not")), json.text("finding"));
        }
        if (json.has("all")) {
            return new Rule.All(rules(json.only(Set.of("all")).objects("all")));
        }
        if (json.has("any")) {
            return new Rule.Any(rules(json.only(Set.of("any")).objects("any")));
        }
        return overPopulation(json.only(Set.of("noItem", "everyItem", "atLeastOne")));
    }

    private static Rule overPopulation(DefinitionMembers json) throws MalformedCheck {
        if (json.object().members().size() != 1) {
            throw new MalformedCheck(json.path() + " is not exactly one rule");
        }
        if (json.has("noItem")) {
            DefinitionMembers none = json.object("noItem").only(Set.of("population", "where", "whenEmpty", "finding"));
            return new Rule.NoItem(none.text("population"), where(none), whenEmpty(none), none.text("finding"));
        }
        if (json.has("everyItem")) {
            DefinitionMembers every =
                    json.object("everyItem").only(Set.of("population", "where", "must", "whenEmpty", "finding"));
            return new Rule.EveryItem(
                    every.text("population"),
                    where(every),
                    condition(every.object("must")),
                    whenEmpty(every),
                    every.text("finding"));
        }
        DefinitionMembers some = json.object("atLeastOne").only(Set.of("population", "where", "finding"));
        return new Rule.AtLeastOne(some.text("population"), where(some), some.text("finding"));
    }

    private static Rule covered(DefinitionMembers json) throws MalformedCheck {
        json.only(Set.of("population", "where", "by", "atLeastPercent", "whenEmpty", "finding"));
        return new Rule.Covered(
                json.text("population"),
                where(json),
                counterpart(json.object("by")),
                json.has("atLeastPercent") ? Math.toIntExact(json.integer("atLeastPercent")) : 100,
                whenEmpty(json),
                json.text("finding"));
    }

    private static Rule.Counterpart counterpart(DefinitionMembers json) throws MalformedCheck {
        json.only(Set.of("collector", "population", "same", "where", "unless", "timeToLive", "without"));
        List<SortedMap<String, String>> same = new ArrayList<>();
        for (DefinitionMembers pairs : json.objects("same")) {
            SortedMap<String, String> names = new TreeMap<>();
            for (String here : pairs.object().members().keySet()) {
                names.put(here, pairs.text(here));
            }
            same.add(names);
        }
        return new Rule.Counterpart(
                new CollectorId(json.text("collector")),
                json.text("population"),
                same,
                where(json),
                json.has("unless") ? Optional.of(condition(json.object("unless"))) : Optional.empty(),
                Duration.parse(json.text("timeToLive")),
                needed(json));
    }

    private static boolean needed(DefinitionMembers json) throws MalformedCheck {
        return switch (json.text("without")) {
            case "unknown" -> true;
            case "uncovered" -> false;
            default -> throw new MalformedCheck(json.path() + ".without is neither unknown nor uncovered");
        };
    }

    private static List<Rule> rules(List<DefinitionMembers> elements) throws MalformedCheck {
        List<Rule> rules = new ArrayList<>();
        for (DefinitionMembers element : elements) {
            rules.add(rule(element));
        }
        return rules;
    }

    private static Condition where(DefinitionMembers json) throws MalformedCheck {
        return json.has("where") ? condition(json.object("where")) : new Condition.Always();
    }

    private static Rule.WhenEmpty whenEmpty(DefinitionMembers json) throws MalformedCheck {
        if (!json.has("whenEmpty")) {
            return Rule.WhenEmpty.UNKNOWN;
        }
        return switch (json.text("whenEmpty")) {
            case "unknown" -> Rule.WhenEmpty.UNKNOWN;
            case "satisfied" -> Rule.WhenEmpty.SATISFIED;
            default -> throw new MalformedCheck(json.path() + ".whenEmpty is neither unknown nor satisfied");
        };
    }

    private static Condition condition(DefinitionMembers json) throws MalformedCheck {
        if (json.has("value")) {
            return new Condition.Holds(json.text("value"), test(json, Set.of("value")));
        }
        if (json.has("not")) {
            return new Condition.Not(condition(json.only(Set.of("not")).object("not")));
        }
        if (json.has("all")) {
            return new Condition.All(conditions(json.only(Set.of("all")).objects("all")));
        }
        return new Condition.Any(conditions(json.only(Set.of("any")).objects("any")));
    }

    private static List<Condition> conditions(List<DefinitionMembers> elements) throws MalformedCheck {
        List<Condition> conditions = new ArrayList<>();
        for (DefinitionMembers element : elements) {
            conditions.add(condition(element));
        }
        return conditions;
    }

    private static ValueTest test(DefinitionMembers json, Set<String> besides) throws MalformedCheck {
        List<String> tests = TESTS.stream().filter(json::has).toList();
        if (tests.size() != 1 || json.object().members().size() != besides.size() + 1) {
            throw new MalformedCheck(json.path() + " is not " + besides + " and exactly one of " + TESTS);
        }
        return switch (tests.getFirst()) {
            case "equals" -> new ValueTest.EqualTo(json.text("equals"));
            case "in" -> new ValueTest.In(json.texts("in"));
            case "atMost" -> new ValueTest.AtMost(json.integer("atMost"));
            case "atLeast" -> new ValueTest.AtLeast(json.integer("atLeast"));
            default -> new ValueTest.Matches(pattern(json));
        };
    }

    private static Pattern pattern(DefinitionMembers json) throws MalformedCheck {
        try {
            return Pattern.compile(json.text("matches"));
        } catch (PatternSyntaxException e) {
            throw new MalformedCheck(json.path() + ".matches: " + e.getDescription(), e);
        }
    }
}
