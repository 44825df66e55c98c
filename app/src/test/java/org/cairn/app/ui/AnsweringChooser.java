package org.cairn.app.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.cairn.app.ui.kit.Chooser;

/// Chooses what the test has laid ready, in that order; nothing is a person who changed their mind.
final class AnsweringChooser implements Chooser {
    private final Queue<Path> ready = new ArrayDeque<>();

    void willChoose(Path path) {
        ready.add(path);
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public Optional<Path> fileToOpen(String title) {
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public List<Path> filesToOpen(String title) {
        List<Path> all = List.copyOf(ready);
        ready.clear();
        return all;
    }

    @Override
    public Optional<Path> fileToSave(String title, String suggestedName) {
        return Optional.ofNullable(ready.poll());
    }
}
