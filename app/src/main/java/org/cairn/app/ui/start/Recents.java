package org.cairn.app.ui.start;

import java.nio.file.Path;
import java.util.List;

/// Remembers which workspaces were opened here.
public interface Recents {
    List<Path> newestFirst();

    void opened(Path folder);
}
