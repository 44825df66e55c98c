package org.cairn.app.ui.frame;

import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Light or dark.
public interface Looks {
    ReadOnlyObjectProperty<ColorScheme> scheme();

    void toggle();
}
