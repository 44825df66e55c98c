package org.cairn.app.audit;

import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Wording;
import org.cairn.reports.pack.ReportWords;

/// What items are called in the language of whoever marks them. A row that this version of Cairn words otherwise than
/// the pack does keeps the pack's words.
public final class ItemTitles {
    private final FrameworkLibrary library;
    private final Wording wording;
    private final ReportWords words;

    public ItemTitles(FrameworkLibrary library, Language language) {
        this.library = library;
        this.wording = library.in(language);
        this.words = ReportWords.in(language);
    }

    public Language language() {
        return wording.language();
    }

    /// Of a requirement that the pack says nothing of.
    public String of(RequirementId requirement) {
        return library.requirement(requirement)
                .map(wording::title)
                .map(said -> words.title(said.words(), said.language()))
                .orElse(requirement.text());
    }

    public String of(ListedItem item) {
        return switch (item.item()) {
            case AuditItem.Row(Subject subject) ->
                translated(subject, item.title())
                        .map(said -> words.title(said.words(), said.language()))
                        .orElse(item.title());
            case AuditItem.Piece _ -> item.title();
        };
    }

    private Optional<Said<String>> translated(Subject subject, String title) {
        return switch (subject) {
            case ControlId control ->
                library.control(control)
                        .filter(known -> known.title().equals(title))
                        .map(wording::title);
            case RequirementId requirement ->
                library.requirement(requirement)
                        .filter(known -> known.title().equals(title))
                        .map(wording::title);
        };
    }
}
