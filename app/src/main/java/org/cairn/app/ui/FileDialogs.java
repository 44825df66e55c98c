package org.cairn.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.cairn.app.ui.kit.Chooser;

/// The system's own dialogs.
record FileDialogs(Window owner) implements Chooser {
    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle(title);
        return Optional.ofNullable(dialog.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToOpen(String title) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        return Optional.ofNullable(dialog.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public List<Path> filesToOpen(String title) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        return Optional.ofNullable(dialog.showOpenMultipleDialog(owner)).orElse(List.of()).stream()
                .map(File::toPath)
                .toList();
    }

    @Override
    public Optional<Path> fileToSave(String title, String suggestedName) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.setInitialFileName(suggestedName);
        return Optional.ofNullable(dialog.showSaveDialog(owner)).map(File::toPath);
    }
}
