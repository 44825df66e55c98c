package org.cairn.app.ui.frame;

import javafx.beans.property.ReadOnlyObjectProperty;

/// The colours of the window, one choice of a few.
public interface Looks {
    ReadOnlyObjectProperty<Look> look();

    /// From now on, and the next time too.
    void choose(Look look);
}
