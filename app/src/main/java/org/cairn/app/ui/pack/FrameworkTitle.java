package org.cairn.app.ui.pack;

import javafx.util.StringConverter;
import org.cairn.app.ui.desk.Titles;
import org.cairn.checklist.Framework;
import org.jspecify.annotations.Nullable;

/// Writes a framework as its title and version.
final class FrameworkTitle extends StringConverter<Framework> {
    private final Titles titles;

    FrameworkTitle(Titles titles) {
        this.titles = titles;
    }

    @Override
    public String toString(@Nullable Framework framework) {
        return framework == null ? "" : titles.of(framework) + " (" + framework.version() + ")";
    }

    @Override
    public Framework fromString(@Nullable String text) {
        throw new UnsupportedOperationException("frameworks are chosen, not typed");
    }
}
