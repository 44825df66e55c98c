package org.cairn.frameworks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.frameworks.ScopeProfile.Proposed;

/// Reads the German of the scope and of deadlines that lies beside the English: a row for every row, or it is refused.
final class GermanScopeRows {
    private final Sheets sheets;
    private final ScopeRules scope;

    GermanScopeRows(Sheets sheets, ScopeRules scope) {
        this.sheets = sheets;
        this.scope = scope;
    }

    GermanScope read(List<Framework> frameworks, List<ScopeProfile> profiles, List<DeadlineRule> deadlines)
            throws MalformedCatalogue, IOException {
        Map<ScopeRule, ScopeRule> rules = new HashMap<>();
        Map<DeadlineRuleId, String> titles = new HashMap<>();
        for (Framework framework : frameworks) {
            rules.putAll(rules(framework));
            titles.putAll(deadlines(
                    framework,
                    deadlines.stream()
                            .filter(rule -> rule.framework().equals(framework.id()))
                            .toList()));
        }
        return new GermanScope(questions(), profiles(profiles), rules, titles);
    }

    private Map<ScopeFact, ScopeQuestion> questions() throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = GermanRows.german(sheets, "scope-questions.de.json", Sheet.SCOPE_QUESTIONS_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<ScopeFact, ScopeQuestion> english =
                scope.questions().stream().collect(Collectors.toMap(ScopeQuestion::id, Function.identity()));
        return translated(
                sheet.get(),
                english,
                row -> new ScopeFact(row.required("id")),
                (question, row) ->
                        question.worded(row.required("group"), row.required("question"), row.required("help")));
    }

    private Map<String, ScopeProfile> profiles(List<ScopeProfile> all) throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = GermanRows.german(sheets, "scope-profiles.de.json", Sheet.SCOPE_PROFILES_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Proposed>> facts = new HashMap<>();
        for (ScopeProfile profile : all) {
            facts.put(profile.id(), facts(profile));
        }
        Map<String, ScopeProfile> english =
                all.stream().collect(Collectors.toMap(ScopeProfile::id, Function.identity()));
        return translated(
                sheet.get(),
                english,
                row -> row.required("id"),
                (profile, row) -> profile.worded(
                        row.required("title"),
                        row.required("description"),
                        row.required("systemName"),
                        facts.getOrDefault(profile.id(), List.of())));
    }

    private List<Proposed> facts(ScopeProfile profile) throws MalformedCatalogue, IOException {
        String file = "scope-profiles/" + profile.id() + ".de.json";
        Sheet sheet = GermanRows.german(sheets, file, Sheet.SCOPE_PROFILE_DE)
                .orElseThrow(() -> new MalformedCatalogue(file, "is missing"));
        requireOf(sheet, "profile", profile.id());
        Map<ScopeFact, Proposed> english =
                profile.facts().stream().collect(Collectors.toMap(Proposed::fact, Function.identity()));
        Map<ScopeFact, Proposed> german = translated(
                sheet,
                english,
                row -> new ScopeFact(row.required("fact")),
                (proposed, row) -> new Proposed(proposed.fact(), proposed.answer(), row.required("reason")));
        return profile.facts().stream()
                .flatMap(proposed -> Optional.ofNullable(german.get(proposed.fact())).stream())
                .toList();
    }

    private Map<ScopeRule, ScopeRule> rules(Framework framework) throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet =
                GermanRows.german(sheets, framework.id() + "/applicability.de.json", Sheet.APPLICABILITY_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        requireOf(sheet.get(), "framework", framework.id().value());
        Map<String, ScopeRule> english = new LinkedHashMap<>();
        for (Requirement node : framework.requirements()) {
            scope.ofNode(node.id())
                    .ifPresent(rule -> english.put("node " + node.id().number(), rule));
            node.binds()
                    .forEach(word -> scope.ofBinding(framework.id(), word)
                            .ifPresent(rule -> english.put("binds " + word, rule)));
        }
        Map<String, ScopeRule> german = translated(
                sheet.get(),
                english,
                row -> row.optional("binds")
                        .map(word -> "binds " + word)
                        .orElseGet(() -> "node " + row.required("node")),
                (rule, row) -> new ScopeRule(rule.when(), row.required("because"), rule.citation()));
        Map<ScopeRule, ScopeRule> byRule = new HashMap<>();
        german.forEach(
                (key, rule) -> Optional.ofNullable(english.get(key)).ifPresent(original -> byRule.put(original, rule)));
        return byRule;
    }

    private Map<DeadlineRuleId, String> deadlines(Framework framework, List<DeadlineRule> rules)
            throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = GermanRows.german(sheets, framework.id() + "/deadlines.de.json", Sheet.DEADLINES_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        requireOf(sheet.get(), "framework", framework.id().value());
        Map<DeadlineRuleId, String> english =
                rules.stream().collect(Collectors.toMap(DeadlineRule::id, DeadlineRule::title));
        return translated(
                sheet.get(), english, row -> new DeadlineRuleId(row.required("id")), (_, row) -> row.required("title"));
    }

    private static void requireOf(Sheet sheet, String field, String owner) throws MalformedCatalogue {
        if (!sheet.head(field).equals(owner)) {
            throw new MalformedCatalogue(sheet.file(), "is of " + sheet.head(field));
        }
    }

    private static <K, T> Map<K, T> translated(
            Sheet sheet, Map<K, T> english, Function<Row, K> id, BiFunction<T, Row, T> words)
            throws MalformedCatalogue {
        Map<K, T> german = new HashMap<>();
        for (Row row : sheet.rows()) {
            K key = Refusing.in(sheet.file(), row.line(), () -> id.apply(row));
            T original = english.get(key);
            if (original == null) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "there is no " + key + " to translate");
            }
            if (german.put(key, Refusing.in(sheet.file(), row.line(), () -> words.apply(original, row))) != null) {
                throw new MalformedCatalogue(sheet.file(), row.line(), key + " twice");
            }
        }
        Collection<K> missing = new ArrayList<>(english.keySet());
        missing.removeAll(german.keySet());
        if (!missing.isEmpty()) {
            String first =
                    missing.stream().map(Object::toString).sorted().findFirst().orElseThrow();
            throw new MalformedCatalogue(sheet.file(), "lacks " + first);
        }
        return german;
    }
}
