package org.cairn.app.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for a place on disk. Empty when they change their mind.
public interface Chooser {
    Optional<Path> folder(String title);

    Optional<Path> fileToOpen(String title);

    /// Empty when they change their mind.
    List<Path> filesToOpen(String title);

    Optional<Path> fileToSave(String title, String suggestedName);
}
