package org.cairn.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.w3c.dom.Document;

/// Renders the report: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) by its settings, one revision, not yet signed.
/// The same model gives the same bytes.
public final class PdfReport {
    private PdfReport() {}

    /// All of it.
    public static Bytes render(PackModel model) throws PackException {
        return render(model, Depth.FULL);
    }

    public static Bytes render(PackModel model, Depth depth) throws PackException {
        return render(model, depth, List.of());
    }

    /// @param documents the same for programs, to be carried by the report as far as it can carry them
    public static Bytes render(PackModel model, Depth depth, List<PackContent.Document> documents)
            throws PackException {
        List<PackContent.Document> attached = Attachments.carried(documents);
        try {
            ReportFonts fonts = ReportFonts.load();
            ReportWords words = ReportWords.in(model.language());
            Writing writing = new Writing(model, words, depth, attached);
            String styleSheet = StyleSheet.withCover();
            Document tree =
                    new ReportTree(PrintableText.of(fonts), styleSheet, writing, new ReportPaper(writing)).build();
            return new Rendering(fonts, DocumentHead.of(model.cover())).render(tree, attached);
        } catch (IOException | UncheckedIOException e) {
            throw new PackException(
                    "report.pdf of pack " + model.cover().packId() + " could not be laid out: " + e.getMessage(), e);
        }
    }
}
