package org.cairn.app.ui.intake;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.workspace.FolderScan;
import org.cairn.app.workspace.FolderScan.Found;
import org.cairn.app.workspace.HandedIn;

/// What a folder held, and what of it the person ticked. Confined to the UI executor.
public final class FolderTicks {
    private final ReadOnlyObjectWrapper<Optional<FolderScan>> scan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final Set<Path> ticked = new HashSet<>();

    /// Empty while no folder is looked at.
    public ReadOnlyObjectProperty<Optional<FolderScan>> scan() {
        return scan.getReadOnlyProperty();
    }

    /// How many are ticked.
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    void show(FolderScan listed) {
        ticked.clear();
        count.set(0);
        scan.set(Optional.of(listed));
    }

    public void close() {
        ticked.clear();
        count.set(0);
        scan.set(Optional.empty());
    }

    public boolean ticked(Found found) {
        return ticked.contains(found.path());
    }

    public void tick(Found found, boolean on) {
        if (on && found.takeable()) {
            ticked.add(found.path());
        } else {
            ticked.remove(found.path());
        }
        count.set(ticked.size());
    }

    /// All that is neither hidden nor recorded already.
    public void tickNew() {
        found().stream()
                .filter(each -> each.kind() == FolderScan.Kind.FILE)
                .filter(each -> each.recorded().isEmpty())
                .forEach(each -> tick(each, true));
    }

    private List<Found> found() {
        return scan.get().map(FolderScan::found).orElse(List.of());
    }

    /// What is ticked, to be read as it was listed.
    List<HandedIn.Content> chosen() {
        return scan.get().stream()
                .flatMap(listed -> listed.found().stream()
                        .filter(this::ticked)
                        .<HandedIn.Content>map(
                                each -> new HandedIn.OfFile(listed.folder().resolve(each.path()), each.sha256())))
                .toList();
    }
}
