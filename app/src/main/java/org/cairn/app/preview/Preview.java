package org.cairn.app.preview;

import java.awt.image.BufferedImage;
import java.util.List;

/// What can be shown of a file.
public sealed interface Preview {
    /// @param width  of the original
    /// @param height of the original; the image may be smaller
    record Picture(BufferedImage image, int width, int height) implements Preview {}

    /// One page of a document.
    /// @param number counted from 1
    record PageOf(BufferedImage image, int number, int count) implements Preview {}

    /// @param encoding as it was recognised
    /// @param cut      whether more follows
    record Text(String content, String encoding, boolean cut) implements Preview {}

    /// @param rows each with as many fields as it has
    /// @param cut  whether more rows or columns follow
    record Grid(List<List<String>> rows, boolean cut) implements Preview {
        public Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }

        public int columns() {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    /// Why nothing is shown.
    /// @param detail in English, from whatever read it; may be empty
    record Nothing(Why why, String detail) implements Preview {}

    enum Why {
        /// Of no kind that is shown.
        UNKNOWN_KIND,
        /// Larger than a preview reads.
        TOO_LARGE,
        /// Its name says one kind, its content is another.
        LIES,
        /// It would unpack to, or draw, more than a preview does.
        TOO_MUCH,
        /// Not as its kind demands.
        DAMAGED,
        /// It took too long.
        TOO_SLOW
    }
}
