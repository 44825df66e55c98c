package org.cairn.app.ui.desk;

import java.util.Locale;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
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

    /// The part of the checklist that the control stands in.
    public String area(Control control) {
        String key = "area." + control.category().toLowerCase(Locale.ROOT).replace(' ', '-');
        return kit.has(key) ? kit.text(key) : control.category();
    }

    private String shown(Said<String> title) {
        return title.language() == wording.language() ? title.words() : kit.text("title.in-english", title.words());
    }
}
