package org.cairn.app.redaction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.cairn.proof.Bytes;

/// Boxes painted black. The copy is a PNG of pixels alone: thumbnails, remarks and places where a picture was taken
/// stay
/// behind with the original.
final class PictureCuts {
    private static final long MOST_PIXELS = 40_000_000;

    private PictureCuts() {}

    static Redacted of(String format, Bytes content, List<Cut.Box> boxes) throws RedactionException {
        BufferedImage read = read(format, content);
        BufferedImage copy = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.drawImage(read, 0, 0, null);
        pen.setColor(Color.BLACK);
        for (Cut.Box box : boxes) {
            if ((long) box.x() + box.width() > copy.getWidth() || (long) box.y() + box.height() > copy.getHeight()) {
                throw new RedactionException("a box of " + box.width() + " × " + box.height() + " pixels at " + box.x()
                        + "," + box.y() + " leaves the picture, which has " + copy.getWidth() + " × "
                        + copy.getHeight() + " pixels");
            }
            pen.fillRect(box.x(), box.y(), box.width(), box.height());
        }
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(copy, "png", png);
            return new Redacted(
                    Bytes.copyOf(png.toByteArray()),
                    Optional.of("png"),
                    said(boxes, copy.getWidth(), copy.getHeight()));
        } catch (IOException e) {
            throw new IllegalStateException(e); // it is written to memory
        }
    }

    private static String said(List<Cut.Box> boxes, int width, int height) {
        StringBuilder said = new StringBuilder("painted black in " + width + " × " + height + " pixels:");
        for (Cut.Box box : boxes) {
            said.append(' ')
                    .append(box.width())
                    .append('×')
                    .append(box.height())
                    .append(" at ")
                    .append(box.x())
                    .append(',')
                    .append(box.y())
                    .append(';');
        }
        return said.substring(0, said.length() - 1);
    }

    private static BufferedImage read(String format, Bytes content) throws RedactionException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content.toByteArray()))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new RedactionException("the picture has " + reader.getWidth(0) + " × " + reader.getHeight(0)
                        + " pixels; at most 40 million can be redacted. Attach a smaller copy first");
            }
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            throw new RedactionException(
                    "the picture cannot be decoded (" + e.getMessage() + "). Save it anew as a PNG and attach that");
        } finally {
            reader.dispose();
        }
    }
}
