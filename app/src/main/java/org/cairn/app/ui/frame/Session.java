package org.cairn.app.ui.frame;

import javafx.beans.property.ObjectProperty;
import org.cairn.app.ui.lock.IdleLimit;
import org.cairn.frameworks.Language;

/// What a person does with the workspace as a whole.
public interface Session {
    /// Closes the workspace and returns to the first screen.
    void leave();

    void lock();

    /// Of the window; a change builds all screens anew.
    ObjectProperty<Language> language();

    /// Whether nothing would be lost by that: nothing is typed and unsaved, and no work is under way.
    boolean nothingPending();

    /// After how long the workspace locks itself.
    ObjectProperty<IdleLimit> idleLimit();
}
