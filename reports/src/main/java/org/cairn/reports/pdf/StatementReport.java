package org.cairn.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.Statement;
import org.w3c.dom.Document;

/// Renders the statement of applicability as the report is rendered: PDF/A-3a and PDF/UA-1 by its settings, one
/// revision,
/// not yet signed. The same model gives the same bytes.
public final class StatementReport {
    private StatementReport() {}

    public static Bytes render(PackModel model, Statement statement) throws PackException {
        Cover cover = model.cover();
        try {
            ReportFonts fonts = ReportFonts.load();
            Writing writing = new Writing(model, ReportWords.in(model.language()), Depth.FULL);
            String styleSheet = StyleSheet.withCover();
            Document tree = new ReportTree(
                            PrintableText.of(fonts), styleSheet, writing, new StatementPaper(writing, statement))
                    .build();
            DocumentHead head = new DocumentHead(
                    cover.issuer().name(),
                    cover.origin() + '\n' + cover.packId() + "\nstatement of applicability",
                    cover.issuedAt());
            return new Rendering(fonts, head).render(tree);
        } catch (IOException | UncheckedIOException e) {
            throw new PackException(
                    "soa.pdf of pack " + cover.packId() + " could not be laid out: " + e.getMessage(), e);
        }
    }
}
