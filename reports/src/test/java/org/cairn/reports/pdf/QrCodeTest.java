package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cairn.proof.Bytes;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.PrintedCheckpoint;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SamplePack;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final float SCAN_DPI = 200;

    @Test
    void theCodeOnTheCoverReadsAsTheCheckpointWithItsEd25519Line() throws Exception {
        PackModel model = SamplePack.empty();
        Bytes report = PdfReport.render(model);

        String scanned = scanCover(report);

        SignedNote whole = SignedNote.parse(Bytes.utf8(model.ledger().checkpoint()));
        SignedNote printed = SignedNote.parse(Bytes.utf8(scanned));
        assertEquals(whole.text(), printed.text());
        assertEquals(List.of(whole.signatures().getFirst()), printed.signatures());
        assertEquals(printed, PrintedCheckpoint.read(scanned));
    }

    @Test
    void theLongSignatureIsLeftOut() throws Exception {
        String printed = QrCode.printedNote(SamplePack.empty().ledger().checkpoint());

        assertFalse(printed.length() > 400, printed);
    }

    private static String scanCover(Bytes report) throws Exception {
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, SCAN_DPI);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            return new QRCodeReader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE)))
                    .getText();
        }
    }
}
