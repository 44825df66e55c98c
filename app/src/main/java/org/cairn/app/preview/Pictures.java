package org.cairn.app.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.cairn.app.preview.Preview.Picture;
import org.cairn.proof.Bytes;

/// Decodes a picture no larger than it is shown: what its header says is asked first, and rows and columns are left out
/// while it is decoded.
final class Pictures {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final long SHOWN_PIXELS = 2_000_000;

    private Pictures() {}

    /// @param format a name of `ImageIO`: `png`, `jpeg` or `gif`
    static Preview read(String format, Bytes content, BooleanSupplier cancelled) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content.toByteArray()))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (pixels > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                return new Preview.Nothing(Preview.Why.TOO_MUCH, width + " × " + height + " pixels");
            }
            ImageReadParam thinned = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt(Math.max(1, pixels / (double) SHOWN_PIXELS)));
            thinned.setSourceSubsampling(step, step, 0, 0);
            reader.addIIOReadProgressListener(new Stopping(cancelled));
            BufferedImage image = reader.read(0, thinned);
            return new Picture(image, width, height);
        } finally {
            reader.dispose();
        }
    }

    /// Ends the decoding as soon as nobody waits for it.
    private record Stopping(BooleanSupplier cancelled) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (cancelled.getAsBoolean()) {
                source.abort();
            }
        }

        @Override
        public void imageStarted(ImageReader source, int index) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}

        @Override
        public void sequenceStarted(ImageReader source, int index) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}
    }
}
