package org.cairn.app.ui.pack;

import javafx.util.StringConverter;
import org.cairn.checklist.Framework;
import org.jspecify.annotations.Nullable;

/// Writes a framework as its title and version.
final class FrameworkTitle extends StringConverter<Framework> {
    @Override
    public String toString(@Nullable Framework framework) {
        return framework == null ? "" : framework.title() + " (" + framework.version() + ")";
    }

    @Override
    public Framework fromString(@Nullable String text) {
        throw new UnsupportedOperationException("frameworks are chosen, not typed");
    }
}
