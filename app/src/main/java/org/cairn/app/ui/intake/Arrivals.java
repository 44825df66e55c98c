package org.cairn.app.ui.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import org.cairn.app.workspace.HandedIn;
import org.cairn.proof.Bytes;

/// What a clipboard or a drag holds: files as files, an image as PNG, text as a text file. Never markup, never an
/// address to fetch.
final class Arrivals {
    /// 100 million pixels are a screen of 12,000 by 8,000; ours.
    private static final long MOST_PIXELS = 100_000_000;

    private Arrivals() {}

    /// Whether there is anything that [#of] would take.
    static boolean any(Clipboard board) {
        return board.hasFiles() || board.hasImage() || board.hasString();
    }

    /// Reads the clipboard at once, as it has to be, and leaves the rest of the work to be done in the background.
    /// @param stamp names what has no name of its own, e.g. `2026-03-01-090000`
    static Optional<Callable<List<HandedIn.Content>>> of(Clipboard board, String stamp) {
        if (board.hasFiles()) {
            List<File> files = List.copyOf(board.getFiles());
            return Optional.of(() -> files.stream()
                    .<HandedIn.Content>map(file -> new HandedIn.OfFile(file.toPath(), Optional.empty()))
                    .toList());
        }
        Image image = board.hasImage() ? board.getImage() : null;
        if (image != null && image.getPixelReader() != null) {
            return Optional.of(() -> List.of(new HandedIn.OfClipboard("clipboard-" + stamp + ".png", png(image))));
        }
        String text = board.hasString() ? board.getString() : null;
        if (text != null && !text.isBlank()) {
            return Optional.of(
                    () -> List.of(new HandedIn.OfClipboard("clipboard-" + stamp + ".txt", Bytes.utf8(text))));
        }
        return Optional.empty();
    }

    /// Lossless, and with nothing but the pixels.
    static Bytes png(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("The image on the clipboard has " + width + " by " + height
                    + " pixels, which is more than can be taken. Save it as a file and add that.");
        }
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), IntBuffer.wrap(pixels), width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(copy, "png", out)) {
            throw new IOException(
                    "The image on the clipboard cannot be written as PNG. Save it as a file and add that.");
        }
        return Bytes.copyOf(out.toByteArray());
    }
}
