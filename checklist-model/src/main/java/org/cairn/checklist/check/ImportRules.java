package org.cairn.checklist.check;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Item;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// Which results of other tools bear on which controls, and the checks that follow: one for each kind of evidence and
/// control. Each is partial, silent until something was imported, and built of the same rule: every result that bears
/// on the control and applies has passed. Failed is a finding; error, unknown and not checked are gaps; where nothing
/// that bears on the control applies, nothing can be told.
public final class ImportRules {
    /// One kind of evidence.
    private record Family(
            CollectorId reads,
            String prefix,
            String title,
            Duration timeToLive,
            String remainder,
            String remediation,
            String falsePositiveRisk,
            List<String> citations) {}

    private static final String FINDING = "{rule}: {outcome}, severity {severity}, {count} times: {title} {where}";

    private final List<Family> families;
    private final List<ImportRule> rules;

    private ImportRules(List<Family> families, List<ImportRule> rules) {
        this.families = List.copyOf(families);
        this.rules = List.copyOf(rules);
    }

    public static ImportRules load() {
        try (InputStream in = ImportRules.class.getResourceAsStream("import-rules.json")) {
            if (in == null) {
                throw new IOException("no import-rules.json");
            }
            return read(Bytes.copyOf(in.readAllBytes()));
        } catch (IOException | MalformedCheck e) {
            throw new IllegalStateException("the rules for imports that ship with this product are damaged", e);
        }
    }

    static ImportRules read(Bytes document) throws MalformedCheck {
        try {
            DefinitionMembers json =
                    DefinitionMembers.of("imports", Json.parse(document)).only(Set.of("title", "families", "rules"));
            List<Family> families = new ArrayList<>();
            for (DefinitionMembers each : json.objects("families")) {
                families.add(family(each));
            }
            List<ImportRule> rules = new ArrayList<>();
            for (DefinitionMembers each : json.objects("rules")) {
                rules.add(rule(each));
            }
            return new ImportRules(families, rules);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new MalformedCheck(String.valueOf(e.getMessage()), e);
        }
    }

    private static Family family(DefinitionMembers json) throws MalformedCheck {
        json.only(Set.of(
                "reads",
                "prefix",
                "title",
                "timeToLive",
                "remainder",
                "remediation",
                "falsePositiveRisk",
                "citations"));
        return new Family(
                new CollectorId(json.text("reads")),
                json.text("prefix"),
                json.text("title"),
                Duration.parse(json.text("timeToLive")),
                json.text("remainder"),
                json.text("remediation"),
                json.text("falsePositiveRisk"),
                json.texts("citations"));
    }

    private static ImportRule rule(DefinitionMembers json) throws MalformedCheck {
        json.only(Set.of("reads", "kind", "matches", "control", "reason"));
        try {
            return new ImportRule(
                    json.texts("reads").stream().map(CollectorId::new).toList(),
                    ImportRule.Kind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
                    Pattern.compile(json.text("matches")),
                    new ControlId(json.text("control")),
                    json.text("reason"));
        } catch (PatternSyntaxException e) {
            throw new MalformedCheck(json.path() + ".matches: " + e.getDescription(), e);
        }
    }

    public List<ImportRule> rules() {
        return rules;
    }

    /// The rules by which a result bears on controls; empty where it is mapped to nothing.
    public List<ImportRule> bearing(CollectorId reads, Item result) {
        return rules.stream()
                .filter(rule -> rule.reads().contains(reads))
                .filter(rule -> ItemTruth.of(rule.condition(), result, "results") instanceof Truth.True)
                .toList();
    }

    /// One check for each kind of evidence and each control that a rule leads it to.
    public List<CheckDefinition> definitions() {
        List<CheckDefinition> checks = new ArrayList<>();
        for (Family family : families) {
            SortedMap<ControlId, List<Condition>> byControl = new TreeMap<>();
            for (ImportRule rule : rules) {
                if (rule.reads().contains(family.reads())) {
                    byControl
                            .computeIfAbsent(rule.control(), _ -> new ArrayList<>())
                            .add(rule.condition());
                }
            }
            for (Map.Entry<ControlId, List<Condition>> each : byControl.entrySet()) {
                checks.add(check(family, each.getKey(), each.getValue()));
            }
        }
        return List.copyOf(checks);
    }

    private static CheckDefinition check(Family family, ControlId control, List<Condition> bearing) {
        Condition applies = new Condition.Holds("applies", new ValueTest.EqualTo("yes"));
        Rule passed = new Rule.EveryItem(
                "results",
                new Condition.All(List.of(applies, new Condition.Any(bearing))),
                new Condition.Holds("passed", new ValueTest.EqualTo("yes")),
                Rule.WhenEmpty.UNKNOWN,
                FINDING);
        Rule dated = new Rule.Fact("scanned-at", new ValueTest.Matches(Pattern.compile(".+")), "no time of the scan");
        return new CheckDefinition(
                new CheckId(family.prefix() + "." + control.value().toLowerCase(Locale.ROOT)),
                new CheckDefinition.Words(
                        family.title() + " " + control,
                        family.remediation(),
                        family.falsePositiveRisk(),
                        family.citations()),
                new CheckDefinition.Reading(family.reads(), 1, Privilege.NONE, family.timeToLive()),
                List.of(new Feed(control, Coverage.PARTIAL, family.remainder())),
                new Rule.All(List.of(passed, dated)),
                CheckDefinition.Asking.ONCE_RECORDED,
                CheckDefinition.Origin.AT_HOME);
    }
}
