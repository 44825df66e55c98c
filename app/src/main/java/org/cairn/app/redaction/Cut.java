package org.cairn.app.redaction;

/// A part to be taken out.
public sealed interface Cut {
    /// Every place of a text where these characters stand, in capitals or not.
    record Words(String text) implements Cut {
        public Words {
            if (text.isBlank()) {
                throw new IllegalArgumentException("words to be taken out are empty");
            }
        }
    }

    /// Whole lines of a text, from 1, the last included.
    record Lines(int first, int last) implements Cut {
        public Lines {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("lines " + first + " to " + last);
            }
        }
    }

    /// A rectangle of a picture, in pixels as they are stored, from the upper left corner.
    record Box(int x, int y, int width, int height) implements Cut {
        public Box {
            if (x < 0 || y < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException("a box of " + width + " × " + height + " pixels at " + x + "," + y);
            }
        }
    }
}
