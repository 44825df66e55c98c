package org.cairn.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.cairn.proof.Bytes;

/// The four faces of the report, from this jar. The families are called `text` and `mono` in the style sheet.
record ReportFonts(Bytes regular, Bytes bold, Bytes italic, Bytes mono) {
    private static final int REGULAR_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    static ReportFonts load() throws IOException {
        return new ReportFonts(
                resource("NotoSans-Regular-subset.ttf"),
                resource("NotoSans-Bold-subset.ttf"),
                resource("NotoSans-Italic-subset.ttf"),
                resource("NotoSansMono-Regular-subset.ttf"));
    }

    void register(PdfRendererBuilder renderer) {
        register(renderer, regular, "text", REGULAR_WEIGHT, FontStyle.NORMAL);
        register(renderer, bold, "text", BOLD_WEIGHT, FontStyle.NORMAL);
        register(renderer, italic, "text", REGULAR_WEIGHT, FontStyle.ITALIC);
        register(renderer, mono, "mono", REGULAR_WEIGHT, FontStyle.NORMAL);
    }

    private static void register(PdfRendererBuilder renderer, Bytes font, String family, int weight, FontStyle style) {
        renderer.useFont(() -> new ByteArrayInputStream(font.toByteArray()), family, weight, style, true);
    }

    List<TrueTypeFont> textFaces() throws IOException {
        return List.of(parse(regular), parse(bold), parse(italic));
    }

    TrueTypeFont fallbackFace() throws IOException {
        return parse(mono);
    }

    private static TrueTypeFont parse(Bytes font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font.toByteArray()));
    }

    static Bytes resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ReportFonts.class.getResourceAsStream(name), name)) {
            return Bytes.copyOf(stream.readAllBytes());
        }
    }
}
