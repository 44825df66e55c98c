package org.cairn.app.workspace;

import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Wording;
import org.cairn.reports.pack.FrameworkEdition;
import org.cairn.reports.pack.ReportWords;

/// The words of a pack that stand in no entry, in the pack's language. A title that has none in it is shown in English,
/// and says so.
final class PackTitles {
    private final ReportWords words;
    private final Wording wording;

    PackTitles(FrameworkLibrary library, Language language) {
        this.words = ReportWords.in(language);
        this.wording = library.in(language);
    }

    String of(Requirement requirement) {
        return shown(wording.title(requirement));
    }

    Control of(Control control) {
        return new Control(control.id(), control.category(), shown(wording.title(control)));
    }

    /// By the title of its first node where that is translated; else by its own, which is mostly a name.
    FrameworkEdition of(Framework framework) {
        FrameworkEdition edition = FrameworkEdition.of(framework);
        Said<String> title = wording.title(framework.requirements().getFirst());
        return wording.language() == Language.EN || title.language() == Language.EN
                ? edition
                : new FrameworkEdition(
                        edition.id(), title.words(), edition.version(), edition.readOn(), edition.content());
    }

    String of(ScopeQuestion question) {
        Said<ScopeQuestion> said = wording.question(question);
        return shown(new Said<>(said.words().question(), said.language()));
    }

    String of(DeadlineRule rule) {
        return shown(wording.title(rule));
    }

    String of(CheckDefinition check) {
        return shown(wording.title(check));
    }

    String remediation(CheckDefinition check) {
        return shown(wording.remediation(check));
    }

    private String shown(Said<String> title) {
        return words.title(title.words(), title.language());
    }

    /// Why the bytes of a piece of evidence are not in the pack.
    String withheld() {
        return words.text("withheld.by-issuer");
    }
}
