package org.cairn.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that the product brings along, so that it looks the same on every machine. Their figures are all of one
/// width.
final class Fonts {
    private static final List<String> FILES = List.of(
            "CairnSans-Regular.otf", "CairnSans-Bold.otf", "CairnSansMedium-Regular.otf", "CairnMono-Regular.ttf");
    private static final double ANY_SIZE = 13;

    private Fonts() {}

    static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
                    throw new IllegalStateException("the font " + file + " does not load");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
