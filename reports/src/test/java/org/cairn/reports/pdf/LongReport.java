package org.cairn.reports.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;

/// A report of hundreds of pages, and the same as HTML for other programs to print: `benchmarks/run reports` starts it.
final class LongReport {
    private LongReport() {}

    /// @param arguments `pdf`, `html` or `pages`, the file, and for the first two how many controls the report has
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "pdf" ->
                Files.write(file, PdfReport.render(model(arguments[2])).toByteArray());
            case "html" -> html(model(arguments[2]), file);
            case "pages" -> pages(file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static PackModel model(String controls) {
        return SamplePack.ofControls(Integer.parseInt(controls));
    }

    private static void pages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            System.out.print(document.getNumberOfPages());
        }
    }

    private static void html(PackModel model, Path file) throws IOException, PackException, TransformerException {
        Writing writing = new Writing(model, ReportWords.in(model.language()), Depth.FULL);
        var tree = new ReportTree(
                PrintableText.of(ReportFonts.load()), StyleSheet.withCover(), writing, new ReportPaper(writing));
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        var form = new Properties();
        form.setProperty(OutputKeys.METHOD, "html");
        form.setProperty(OutputKeys.ENCODING, "UTF-8");
        transformer.setOutputProperties(form);
        transformer.transform(new DOMSource(tree.build()), new StreamResult(file.toFile()));
    }
}
