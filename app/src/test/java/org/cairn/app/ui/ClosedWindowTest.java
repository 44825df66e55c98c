package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

@Tag("window")
class ClosedWindowTest {
    private static final int WINDOWS = 3;
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    /// The toolkit may hold the scene that it drew last.
    @Test
    void ofWindowsThatWereClosedNoneButTheLastStaysInMemory() throws Exception {
        List<WeakReference<Scene>> scenes = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            scenes.add(used(Files.createDirectory(folder.resolve("window-" + i))));
        }
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            System.gc();
            return kept(scenes) <= 1;
        });
    }

    @Test
    void noPaneThatScrollsKeepsAPictureOfItself() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-settings");
            assertThat(window.scene().getRoot().lookupAll(".viewport"))
                    .isNotEmpty()
                    .noneMatch(Node::isCache);
        }
    }

    private static WeakReference<Scene> used(Path folder) throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-checklist");
            return new WeakReference<>(window.scene());
        }
    }

    private static long kept(List<WeakReference<Scene>> scenes) {
        return scenes.stream().map(WeakReference::get).filter(Objects::nonNull).count();
    }
}
