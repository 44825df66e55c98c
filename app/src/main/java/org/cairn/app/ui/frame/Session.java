package org.cairn.app.ui.frame;

import javafx.beans.property.ObjectProperty;
import org.cairn.app.ui.lock.IdleLimit;

/// What a person does with the workspace as a whole.
public interface Session {
    /// Closes the workspace and returns to the first screen.
    void leave();

    void lock();

    /// After how long the workspace locks itself.
    ObjectProperty<IdleLimit> idleLimit();
}
