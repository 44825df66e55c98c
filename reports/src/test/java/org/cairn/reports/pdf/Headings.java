package org.cairn.reports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.cairn.proof.Bytes;

/// The headings of a tagged PDF, in reading order.
final class Headings {
    private Headings() {}

    /// Those that stand deeper than one level below the heading before: a screen reader's user misses a level there
    /// (ISO 14289-1:2014, 7.4.2).
    static List<String> skipped(Bytes pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            List<Integer> levels = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), levels);
            List<String> skipped = new ArrayList<>();
            int before = 0;
            for (int at = 0; at < levels.size(); at++) {
                if (levels.get(at) > before + 1) {
                    skipped.add("heading " + at + ": level " + levels.get(at) + " below level " + before);
                }
                before = levels.get(at);
            }
            if (levels.size() < 3) {
                throw new IOException("only " + levels.size() + " headings were found");
            }
            return skipped;
        }
    }

    private static void collect(PDStructureNode node, List<Integer> levels) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = String.valueOf(element.getStructureType());
                if (type.matches("H[1-6]")) {
                    levels.add(type.charAt(1) - '0');
                }
                collect(element, levels);
            }
        }
    }
}
