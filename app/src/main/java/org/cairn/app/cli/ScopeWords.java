package org.cairn.app.cli;

import java.util.List;
import java.util.TreeMap;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.RequirementScope;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.ScopeProfile;
import picocli.CommandLine.Option;

/// In which language questions, profiles and reasons of law are shown. What has no words in it is shown in English, and
/// says so.
final class ScopeWords {
    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "en or de: of questions, profiles and reasons of law.")
    private Language language = Language.EN;

    ScopeQuestion question(FrameworkLibrary library, ScopeQuestion question) {
        Said<ScopeQuestion> said = library.in(language).question(question);
        ScopeQuestion words = said.words();
        return words.worded(words.group(), shown(words.question(), said), words.help());
    }

    ScopeProfile profile(FrameworkLibrary library, ScopeProfile profile) {
        Said<ScopeProfile> said = library.in(language).profile(profile);
        ScopeProfile words = said.words();
        return words.worded(shown(words.title(), said), words.description(), words.systemName(), words.facts());
    }

    /// The same, with the reasons of its rules in the language.
    RequirementScope scope(FrameworkLibrary library, RequirementScope scope) {
        TreeMap<SystemId, Applicability> bySystem = new TreeMap<>();
        scope.bySystem().forEach((system, view) -> bySystem.put(system, of(library, view)));
        return new RequirementScope(of(library, scope.overall()), bySystem);
    }

    private Applicability of(FrameworkLibrary library, Applicability view) {
        List<ScopeRule> rules =
                view.rules().stream().map(rule -> rule(library, rule)).toList();
        return switch (view) {
            case Applicability.Applies(var _, var because) -> new Applicability.Applies(rules, because);
            case Applicability.Unscoped(var _, var missing) -> new Applicability.Unscoped(rules, missing);
            case Applicability.OutOfScope(var _, var because) -> new Applicability.OutOfScope(rules, because);
        };
    }

    private ScopeRule rule(FrameworkLibrary library, ScopeRule rule) {
        Said<ScopeRule> said = library.in(language).rule(rule);
        return new ScopeRule(rule.when(), shown(said.words().because(), said), rule.citation());
    }

    private String shown(String words, Said<?> said) {
        return said.language() == language ? words : words + " (in English)";
    }
}
