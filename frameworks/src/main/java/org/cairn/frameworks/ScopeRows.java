package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeCondition.Term;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.ScopeRules.Binding;

/// Checks the questions, terms and rules of scope: each id once, terms before their use, gates before what they answer,
/// and nothing named that is not there.
final class ScopeRows {
    private final Map<RequirementId, Requirement> nodes;
    private final Map<ScopeFact, ScopeQuestion> questions = new LinkedHashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<RequirementId, ScopeRule> nodeRules = new HashMap<>();
    private final Map<Binding, ScopeRule> bindings = new HashMap<>();

    ScopeRows(List<Framework> frameworks) {
        nodes = frameworks.stream()
                .flatMap(framework -> framework.requirements().stream())
                .collect(Collectors.toMap(Requirement::id, each -> each));
    }

    void questions(Sheet sheet) throws MalformedCatalogue {
        List<RequirementId> asked = new ArrayList<>();
        for (Row row : sheet.rows()) {
            ScopeQuestion question = Refusing.in(sheet.file(), row.line(), () -> question(row));
            for (RequirementId node : question.nodes()) {
                Requirement requirement = nodes.get(node);
                if (requirement == null || !requirement.kind().equals(Requirement.SCOPE_QUESTION)) {
                    throw new MalformedCatalogue(sheet.file(), row.line(), node + " is no scope question");
                }
                if (asked.contains(node)) {
                    throw new MalformedCatalogue(sheet.file(), row.line(), "two questions ask " + node);
                }
                asked.add(node);
            }
            if (questions.put(question.id(), question) != null) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "question " + question.id() + " twice");
            }
        }
    }

    private ScopeQuestion question(Row row) {
        List<String> answers = row.list("answers");
        Optional<ScopeFact> gate = row.optional("gate").map(ScopeFact::new);
        if (gate.isPresent() && !questions.containsKey(gate.get())) {
            throw new IllegalArgumentException("gate '" + gate.get() + "' is no question above this line");
        }
        return new ScopeQuestion(
                new ScopeFact(row.required("id")),
                ScopeQuestion.Level.valueOf(row.required("level").toUpperCase(Locale.ROOT)),
                row.required("group"),
                row.required("question"),
                row.required("help"),
                row.required("citation"),
                answers.isEmpty() ? List.of(ScopeQuestion.YES, ScopeQuestion.NO) : answers,
                gate,
                row.list("nodes").stream().map(ScopeRows::node).toList(),
                row.optional("role"));
    }

    private static RequirementId node(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a node (framework:number): " + text);
        }
        return new RequirementId(new FrameworkId(parts[0]), parts[1]);
    }

    void terms(Sheet sheet) throws MalformedCatalogue {
        for (Row row : sheet.rows()) {
            Term term = Refusing.in(
                    sheet.file(),
                    row.line(),
                    () -> new Term(
                            row.required("id"), row.required("title"), row.required("citation"), condition(row)));
            if (terms.put(term.id(), term) != null) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "term " + term.id() + " twice");
            }
        }
    }

    void rules(Sheet sheet, Framework framework) throws MalformedCatalogue {
        if (!sheet.head("framework").equals(framework.id().value())) {
            throw new MalformedCatalogue(
                    sheet.file(), "is about " + sheet.head("framework") + " and lies with " + framework.id());
        }
        Set<String> words = framework.requirements().stream()
                .flatMap(requirement -> requirement.binds().stream())
                .collect(Collectors.toSet());
        for (Row row : sheet.rows()) {
            ScopeRule rule = Refusing.in(
                    sheet.file(),
                    row.line(),
                    () -> new ScopeRule(condition(row), row.required("because"), row.required("citation")));
            boolean first = Refusing.in(sheet.file(), row.line(), () -> put(row, rule, framework.id(), words));
            if (!first) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "two rules for the same");
            }
        }
    }

    private boolean put(Row row, ScopeRule rule, FrameworkId framework, Set<String> words) {
        if (Stream.of(row.optional("node"), row.optional("binds"))
                        .flatMap(Optional::stream)
                        .count()
                != 1) {
            throw new IllegalArgumentException("a rule has either 'node' or 'binds'");
        }
        if (row.optional("binds").isPresent()) {
            String word = row.required("binds");
            if (!words.contains(word)) {
                throw new IllegalArgumentException("no node binds '" + word + "'");
            }
            return bindings.put(new Binding(framework, word), rule) == null;
        }
        RequirementId node = new RequirementId(framework, row.required("node"));
        if (!nodes.containsKey(node)) {
            throw new IllegalArgumentException("no node " + node);
        }
        return nodeRules.put(node, rule) == null;
    }

    private ScopeCondition condition(Row row) {
        return ConditionReader.read(questions, terms, row.required("when"));
    }

    ScopeRules rules() {
        return new ScopeRules(List.copyOf(questions.values()), nodeRules, bindings);
    }
}
