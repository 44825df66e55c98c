package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeCondition.Term;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;

/// Reads a condition over facts of scope: `always`, or
/// `condition = fact | fact=answer | @term | not(condition) | all(condition, …) | any(condition, …)`,
/// where `fact` alone means `fact=yes`.
final class ConditionReader {
    private static final Pattern TOKEN = Pattern.compile("\\s*(@?[a-z][a-z0-9.-]*|[(),=])\\s*");
    private static final Set<String> OPERATORS = Set.of("not", "all", "any");

    private final Map<ScopeFact, ScopeQuestion> questions;
    private final Map<String, Term> terms;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ConditionReader(Map<ScopeFact, ScopeQuestion> questions, Map<String, Term> terms, String text) {
        this.questions = questions;
        this.terms = terms;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (end != text.length() || tokens.isEmpty()) {
            throw new IllegalArgumentException("no condition: '" + text.substring(end) + "'");
        }
    }

    /// @throws IllegalArgumentException if it is no condition, or names what is not there
    static ScopeCondition read(Map<ScopeFact, ScopeQuestion> questions, Map<String, Term> terms, String text) {
        if (text.equals("always")) {
            return ScopeCondition.always();
        }
        ConditionReader reader = new ConditionReader(questions, terms, text);
        ScopeCondition condition = reader.condition();
        if (reader.next != reader.tokens.size()) {
            throw new IllegalArgumentException("more after the condition: '" + reader.peek() + "'");
        }
        return condition;
    }

    private ScopeCondition condition() {
        String token = take();
        if (OPERATORS.contains(token)) {
            List<ScopeCondition> parts = parts();
            return switch (token) {
                case "all" -> new ScopeCondition.All(parts);
                case "any" -> new ScopeCondition.Any(parts);
                default -> new ScopeCondition.Not(only(parts));
            };
        }
        if (token.startsWith("@")) {
            Term term = terms.get(token.substring(1));
            if (term == null) {
                throw new IllegalArgumentException("no term '" + token.substring(1) + "' above this line");
            }
            return term;
        }
        return fact(token);
    }

    private ScopeCondition fact(String token) {
        ScopeFact fact = new ScopeFact(token);
        String answer = ScopeQuestion.YES;
        if (peek().equals("=")) {
            take();
            answer = take();
        }
        ScopeQuestion question = questions.get(fact);
        if (question == null || !question.answers().contains(answer)) {
            throw new IllegalArgumentException(
                    question == null ? "no question '" + fact + "'" : fact + " is never answered '" + answer + "'");
        }
        return new ScopeCondition.Is(fact, answer);
    }

    private List<ScopeCondition> parts() {
        expect("(");
        List<ScopeCondition> parts = new ArrayList<>();
        parts.add(condition());
        while (peek().equals(",")) {
            take();
            parts.add(condition());
        }
        expect(")");
        if (new HashSet<>(parts).size() != parts.size()) {
            throw new IllegalArgumentException("the same part twice");
        }
        return parts;
    }

    private static ScopeCondition only(List<ScopeCondition> parts) {
        if (parts.size() != 1) {
            throw new IllegalArgumentException("not() takes one condition");
        }
        return parts.getFirst();
    }

    private void expect(String token) {
        String found = take();
        if (!found.equals(token)) {
            throw new IllegalArgumentException("'" + token + "' expected, not '" + found + "'");
        }
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next == tokens.size()) {
            throw new IllegalArgumentException("the condition breaks off");
        }
        return tokens.get(next++);
    }
}
