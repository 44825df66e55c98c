package org.cairn.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.cairn.proof.Bytes;
import org.cairn.reports.incident.IncidentModel;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.ReportWords;
import org.w3c.dom.Document;

/// Renders an incident file: PDF/A-3a and PDF/UA-1 by its settings, one revision, not yet signed. The same model gives
/// the same bytes.
public final class IncidentReport {
    private IncidentReport() {}

    public static Bytes render(IncidentModel model) throws PackException {
        try {
            ReportFonts fonts = ReportFonts.load();
            ReportWords words = ReportWords.in(model.language());
            PrintableText printable = PrintableText.of(fonts);
            Document tree = tree(model, words, printable);
            String signer = model.issuer().map(IncidentModel.Issuer::name).orElse(words.text("incident.unsigned"));
            String identity = "incident\n" + model.incident().event() + '\n' + model.issuedAt();
            return new Rendering(fonts, new DocumentHead(signer, identity, model.issuedAt())).render(tree);
        } catch (IOException | UncheckedIOException e) {
            throw new PackException("the incident file could not be laid out: " + e.getMessage(), e);
        }
    }

    private static Document tree(IncidentModel model, ReportWords words, PrintableText printable) throws IOException {
        Document document = EmptyPaper.of(
                words.code(),
                printable.line(words.text("incident.title")),
                model.issuer().map(IncidentModel.Issuer::name).orElse("Cairn"),
                words.text("incident.lead"));
        Html body = EmptyPaper.body(document, printable);
        EmptyPaper.running(
                body,
                model.organisation().orElse(words.text("incident.title")),
                words.time(model.issuedAt()),
                words.text("incident.footer"));
        new IncidentPages(model, words).write(body);
        return document;
    }
}
