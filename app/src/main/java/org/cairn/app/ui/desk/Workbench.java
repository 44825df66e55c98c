package org.cairn.app.ui.desk;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cairn.app.ui.kit.Problem;

/// Where the work of a page is done in the background: over an open workspace, or without any. Confined to the UI
/// executor.
public interface Workbench {
    /// Whether something can be recorded now.
    boolean editable();

    /// Runs `work` in the background and hands over what came of it.
    <T> void ask(Callable<T> work, Consumer<T> done, Consumer<Problem> failed);

    /// The same for work that changes what is shown; that is read anew after it.
    <T> void change(Callable<T> work, Consumer<T> done, Consumer<Problem> failed);
}
