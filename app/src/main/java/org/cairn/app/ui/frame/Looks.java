package org.cairn.app.ui.frame;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The colours of the window and how large its words are, each one choice of a few.
public interface Looks {
    ReadOnlyObjectProperty<Look> look();

    /// From now on, and the next time too.
    void choose(Look look);

    /// What is set holds from now on, and the next time too.
    ObjectProperty<TextSize> textSize();
}
