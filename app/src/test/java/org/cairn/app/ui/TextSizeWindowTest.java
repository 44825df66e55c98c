package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cairn.app.ui.frame.Page;
import org.cairn.app.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody who reads large words works on a laptop's screen.
@Tag("window")
class TextSizeWindowTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void everyPageIsReadAndReachedAtOneAndAHalfTimesTheSizeInGermanOnALaptopsScreen() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.onWindow(() -> {
                window.size(1366, 768);
                return true;
            });
            double usual = height(window, "page-posture");
            assertThat(window.find("zoom-down")).isEmpty();
            control(window, KeyCode.EQUALS, false);
            control(window, KeyCode.EQUALS, false);
            assertThat(height(window, "page-posture")).isEqualTo(usual * 1.5);
            for (Page page : Page.values()) {
                String name = Texts.keyOf(page);
                window.press("page-" + name);
                if (page == Page.CHECKLIST) {
                    window.chooseNet3();
                }
                faults.addAll(window.faults("large-" + name));
            }
            window.onWindow(() -> {
                window.size(1040, 640);
                return true;
            });
            window.untilShown("zoom-down");
            ScrollBar down = (ScrollBar) window.node("zoom-down");
            window.onWindow(() -> {
                window.node("leave").requestFocus();
                return true;
            });
            assertThat(down.getValue()).isPositive();
            assertThat(whole(window, "leave")).isTrue();
            window.screenshot("large-smallest");
            window.onWindow(() -> {
                window.size(1366, 768);
                return true;
            });
            control(window, KeyCode.MINUS, false);
            assertThat(height(window, "page-posture")).isEqualTo(usual * 1.25);
            control(window, KeyCode.DIGIT0, true);
            assertThat(window.find("zoom-down")).isEmpty();
            control(window, KeyCode.EQUALS, false);
        }
        assertThat(faults).isEmpty();
        assertThat(Files.readString(folder.resolve("settings").resolve("window.properties")))
                .contains("text-size=125");
    }

    /// A key that is held for long on a busy machine comes twice: it is handed over as it arrives.
    private static void control(Driver window, KeyCode key, boolean shift) throws Exception {
        window.onWindow(() -> {
            Event.fireEvent(window.scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, true, false, false));
            return key;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static double height(Driver window, String id) throws Exception {
        return window.onWindow(() -> {
            Node node = window.node(id);
            return node.localToScene(node.getLayoutBounds()).getHeight();
        });
    }

    private static boolean whole(Driver window, String id) throws Exception {
        return window.onWindow(() -> {
            Node node = window.node(id);
            Bounds at = node.localToScene(node.getLayoutBounds());
            return at.getMinY() >= 0 && at.getMaxY() <= window.scene().getHeight();
        });
    }
}
