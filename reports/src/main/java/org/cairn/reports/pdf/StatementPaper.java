package org.cairn.reports.pdf;

import java.util.List;
import java.util.Optional;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.Wording;

/// The statement of applicability.
record StatementPaper(Writing writing, Statement statement) implements Paper {
    @Override
    public List<Section> sections() {
        return List.of(
                new StatementSummary(writing, statement),
                new StatementControls(writing, statement),
                new StatementClauses(writing, statement));
    }

    @Override
    public String title() {
        Cover cover = writing.model().cover();
        return writing.text("document.title", cover.packId(), subject(), cover.organisation());
    }

    @Override
    public String subject() {
        return writing.words().word(PackKind.STATEMENT_OF_APPLICABILITY);
    }

    @Override
    public String description() {
        return writing.text("statement.lead");
    }

    @Override
    public String header() {
        String organisation = Wording.shortened(writing.model().cover().organisation(), ReportPaper.SHORT);
        return organisation + " · " + subject();
    }

    @Override
    public Optional<String> callout() {
        return Optional.empty();
    }

    @Override
    public void cover(Html body) throws PackException {
        String version = writing.text(
                "statement.version.value",
                writing.model().cover().packId(),
                writing.count(writing.model().cover().shown().entries()));
        String approval = statement
                .approval()
                .map(given -> writing.text("statement.approved", given.by(), given.at(), given.entry()))
                .orElseGet(() -> writing.text("statement.approved.none"));
        new CoverPage(
                        writing,
                        subject(),
                        List.of(
                                new CoverPage.Fact("statement.version", version),
                                new CoverPage.Fact("statement.approver", approval)))
                .write(body);
    }
}
