package org.cairn.app.ui.pack;

import javafx.util.StringConverter;
import org.cairn.app.ui.kit.Texts;
import org.cairn.reports.pdf.Depth;
import org.jspecify.annotations.Nullable;

/// Shows a depth by what it is for.
final class DepthName extends StringConverter<Depth> {
    private final Texts texts;

    DepthName(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(@Nullable Depth depth) {
        return depth == null ? "" : texts.text("depth." + depth.code());
    }

    @Override
    public Depth fromString(@Nullable String name) {
        throw new UnsupportedOperationException("a depth is chosen, never typed");
    }
}
