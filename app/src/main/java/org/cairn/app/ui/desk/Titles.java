package org.cairn.app.ui.desk;

import java.util.Locale;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.frameworks.Wording;

/// The library's titles in the language of the window. One that has none in it is shown in English, and says so.
public record Titles(Wording wording, Texts kit) {
    public String of(Control control) {
        return shown(wording.title(control));
    }

    public String of(Requirement requirement) {
        return shown(wording.title(requirement));
    }

    /// By the title of its first node where that is translated; else by its own, which is mostly a name.
    public String of(Framework framework) {
        Said<String> title = wording.title(framework.requirements().getFirst());
        return title.language() == Language.EN ? framework.title() : title.words();
    }

    /// The same question, in words of the window.
    public ScopeQuestion of(ScopeQuestion question) {
        Said<ScopeQuestion> said = wording.question(question);
        ScopeQuestion words = said.words();
        return words.worded(words.group(), shown(new Said<>(words.question(), said.language())), words.help());
    }

    /// The same profile, in words of the window.
    public ScopeProfile of(ScopeProfile profile) {
        Said<ScopeProfile> said = wording.profile(profile);
        ScopeProfile words = said.words();
        return words.worded(
                shown(new Said<>(words.title(), said.language())),
                words.description(),
                words.systemName(),
                words.facts());
    }

    /// Why a rule says so.
    public String of(ScopeRule rule) {
        Said<ScopeRule> said = wording.rule(rule);
        return shown(new Said<>(said.words().because(), said.language()));
    }

    public String of(DeadlineRule rule) {
        return shown(wording.title(rule));
    }

    public String of(CheckDefinition check) {
        return shown(wording.title(check));
    }

    public String remediation(CheckDefinition check) {
        return shown(wording.remediation(check));
    }

    /// The part of the checklist that the control stands in.
    public String area(Control control) {
        String key = "area." + control.category().toLowerCase(Locale.ROOT).replace(' ', '-');
        return kit.has(key) ? kit.text(key) : control.category();
    }

    private String shown(Said<String> title) {
        return title.language() == wording.language() ? title.words() : kit.text("title.in-english", title.words());
    }
}
