package org.cairn.frameworks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Control;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.deadline.DeadlineRule;

/// The library's words for readers of one language: in it where there is a translation, in English where there is none,
/// and always with the language they are in.
public final class Wording {
    private final FrameworkLibrary library;
    private final Language language;

    Wording(FrameworkLibrary library, Language language) {
        this.library = library;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    public Said<String> title(Requirement requirement) {
        return said(german().titles(), requirement.id(), requirement.title());
    }

    public Said<String> title(Control control) {
        ControlWords words = german().controls().get(control.id());
        return language == Language.DE && words != null
                ? new Said<>(words.title(), Language.DE)
                : new Said<>(control.title(), Language.EN);
    }

    public Said<String> title(CheckDefinition check) {
        return said(GermanChecks.title(check), check.title());
    }

    /// What to do where the check is not satisfied.
    public Said<String> remediation(CheckDefinition check) {
        return said(GermanChecks.remediation(check), check.remediation());
    }

    private Said<String> said(Optional<String> german, String english) {
        return german.filter(_ -> language == Language.DE)
                .map(words -> new Said<>(words, Language.DE))
                .orElseGet(() -> new Said<>(english, Language.EN));
    }

    public Said<ControlWords> guidance(ControlGuidance guidance) {
        return said(german().controls(), guidance.control(), guidance.words());
    }

    public Said<Responsibility.Words> responsibility(Responsibility responsibility) {
        return said(german().responsibilities(), responsibility.id(), responsibility.words());
    }

    public Said<Threat.Words> threat(Threat threat) {
        return said(german().threats(), threat.id(), threat.words());
    }

    /// Of the requirement itself, or of the nearest node above it that has some; empty where there are none.
    public Optional<Said<List<String>>> objections(RequirementId id) {
        return library.objections(id).map(english -> {
            Said<Objections> said = said(german().objections(), english.node(), english);
            return new Said<>(said.words().texts(), said.language());
        });
    }

    /// The same question, with words in the language.
    public Said<ScopeQuestion> question(ScopeQuestion question) {
        return said(german().scope().questions(), question.id(), question);
    }

    /// The same profile: what it proposes stays, its reasons are in the language.
    public Said<ScopeProfile> profile(ScopeProfile profile) {
        return said(german().scope().profiles(), profile.id(), profile);
    }

    public Said<ScopeRule> rule(ScopeRule rule) {
        return said(german().scope().rules(), rule, rule);
    }

    public Said<String> title(DeadlineRule rule) {
        return said(german().scope().deadlines(), rule.id(), rule.title());
    }

    private Translation german() {
        return library.content().german();
    }

    private <K, T> Said<T> said(Map<K, T> german, K key, T english) {
        T translated = german.get(key);
        return language == Language.DE && translated != null
                ? new Said<>(translated, Language.DE)
                : new Said<>(english, Language.EN);
    }
}
