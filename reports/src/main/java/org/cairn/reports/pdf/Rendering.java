package org.cairn.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackContent;
import org.w3c.dom.Document;

/// Lays out a document tree. Nothing in it can make the renderer open a connection or a file: every resource is
/// refused twice, before and after its address is resolved, and no protocol has an implementation.
record Rendering(ReportFonts fonts, DocumentHead head) {
    private static final String PRODUCER = "Cairn";

    /// To sign, PDFBox reads every stream of objects, and for each of them it goes through all objects of the document:
    /// few large streams cost the least.
    private static final int OBJECTS_A_STREAM = 4000;

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    Bytes render(Document tree) throws IOException {
        return render(tree, List.of());
    }

    Bytes render(Document tree, List<PackContent.Document> attached) throws IOException {
        ByteArrayOutputStream unused = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder(tree, drawer).toStream(unused).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            SignatureField.add(document, head.signature());
            Attachments.add(document, attached, head.issuedAt());
            DocumentDates.set(document, head);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, new CompressParameters(OBJECTS_A_STREAM));
            return Bytes.copyOf(out.toByteArray());
        }
    }

    private PdfRendererBuilder builder(Document tree, BatikSVGDrawer drawer) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(tree, "");
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer(PRODUCER);
        builder.useSVGDrawer(drawer);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useHttpStreamImplementation(address -> refuse(address));
        builder.useProtocolsStreamImplementation(address -> refuse(address), "http", "https", "file", "jar", "data");
        fonts.register(builder);
        return builder;
    }

    private static com.openhtmltopdf.extend.FSStream refuse(String address) {
        throw new IllegalStateException("a report opens nothing, asked for " + address);
    }
}
