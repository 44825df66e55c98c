package org.cairn.reports.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.cairn.proof.Bytes;

/// Pages of a strange PDF as pictures: bounded in memory and work, nothing of it run, nothing fetched. The limits are
/// ours.
public final class PdfPages {
    private static final long MOST_CACHE_BYTES = 64L << 20;
    private static final long MOST_PIXELS = 3_000_000;
    private static final long MOST_IMAGE_PIXELS = 40_000_000;
    private static final int MOST_OPERATORS = 500_000;
    private static final int MOST_INLINE_BYTES = 16 << 10;
    private static final float LARGEST_SCALE = 2;

    private PdfPages() {}

    /// @param count of all pages
    /// @param image of one of them
    public record Page(int count, BufferedImage image) {}

    /// @param number    counted from 0; beyond the last it is the last
    /// @param cancelled asked between steps; once it says so, this ends with [CancellationException]
    /// @throws IOException with why it is not shown, in words
    public static Page page(Bytes pdf, int number, BooleanSupplier cancelled) throws IOException {
        PdfScreening.screen(pdf);
        var cache = MemoryUsageSetting.setupMainMemoryOnly(MOST_CACHE_BYTES).streamCache;
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(pdf.toByteArray()), cache)) {
            int count = document.getNumberOfPages();
            if (count < 1) {
                throw new IOException("it has no page");
            }
            int shown = Math.clamp(number, 0, count - 1);
            float scale = scale(document.getPage(shown).getCropBox());
            Renderer renderer = new Renderer(document, cancelled);
            return new Page(count, renderer.renderImage(shown, scale, ImageType.RGB));
        } catch (CancellationException e) {
            throw e;
        } catch (TooMuch e) {
            throw new IOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new IOException("it is damaged (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static float scale(PDRectangle box) throws IOException {
        double pixels = (double) box.getWidth() * box.getHeight();
        if (!(box.getWidth() >= 1 && box.getHeight() >= 1) || !Double.isFinite(pixels)) {
            throw new IOException("a page has no size");
        }
        return (float) Math.min(LARGEST_SCALE, Math.sqrt(MOST_PIXELS / pixels));
    }

    private static final class Renderer extends PDFRenderer {
        private final BooleanSupplier cancelled;

        Renderer(PDDocument document, BooleanSupplier cancelled) {
            super(document);
            this.cancelled = cancelled;
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new BoundedDrawer(parameters, cancelled);
        }
    }

    private static final class BoundedDrawer extends PageDrawer {
        private final BooleanSupplier cancelled;
        private int operators;

        BoundedDrawer(PageDrawerParameters parameters, BooleanSupplier cancelled) throws IOException {
            super(parameters);
            this.cancelled = cancelled;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the page is no longer wanted");
            }
            operators++;
            if (operators > MOST_OPERATORS || isLargeInline(operator)) {
                throw new TooMuch("a page of it asks for more work than a preview does");
            }
            super.processOperator(operator, operands);
        }

        private static boolean isLargeInline(Operator operator) {
            byte[] data = operator.getImageData();
            if (data == null) {
                return false;
            }
            COSBase filter = operator.getImageParameters().getDictionaryObject(COSName.F, COSName.FILTER);
            return data.length > MOST_INLINE_BYTES || filter instanceof COSArray several && several.size() > 1;
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            requireSmall(image);
            if (image instanceof PDImageXObject object && object.getSoftMask() != null) {
                requireSmall(object.getSoftMask());
            }
            super.drawImage(image);
        }

        /// By what the dictionary says, and for a JPEG by what the JPEG says itself.
        private static void requireSmall(PDImage image) throws IOException {
            long pixels = (long) image.getWidth() * image.getHeight();
            if (image instanceof PDImageXObject object && "jpg".equals(object.getSuffix())) {
                try (var raw = object.getCOSObject().createRawInputStream()) {
                    pixels = Math.max(pixels, JpegSize.pixels(raw));
                }
            }
            boolean fax = image instanceof PDImageXObject object && "tiff".equals(object.getSuffix());
            if (pixels > MOST_IMAGE_PIXELS || fax) {
                throw new TooMuch(
                        fax
                                ? "a page of it is a fax image, which is not opened here"
                                : "a picture in it has " + pixels + " pixels");
            }
        }
    }

    /// Unchecked, since the drawing library logs checked ones and goes on. Turned into an [IOException] at the top.
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String why) {
            super(why);
        }
    }
}
