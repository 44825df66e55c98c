package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every screen, in light and dark and in two sizes. The pictures lie in `target/screenshots`.
@Tag("window")
class AccessibilityTest {
    private static final List<String> PAGES = List.of(
            "posture",
            "checklist",
            "evidence",
            "collect",
            "objections",
            "queue",
            "risks",
            "packs",
            "ledger",
            "scope",
            "frameworks",
            "calendar",
            "fleet",
            "runtime");

    @TempDir
    Path folder;

    @Test
    void everyControlOfEveryScreenHasAnIdAndAWordAndNoStateIsToldByColourAlone() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            faults.addAll(window.faults("start"));
            window.press("start-founding");
            faults.addAll(window.faults("founding"));
            window.press("back");
            window.found();
            faults.addAll(window.faults("recovery"));
            window.press("recovery-kept");
            window.untilShown("posture");
            for (String page : PAGES) {
                window.press("page-" + page);
                faults.addAll(window.faults(page + "-empty"));
            }
            window.press("page-collect");
            window.press("collect-start");
            window.untilShown("collect-summary");
            for (String page : PAGES) {
                window.press("page-" + page);
                faults.addAll(window.faults(page));
            }
            window.press("theme");
            for (String page : PAGES) {
                window.press("page-" + page);
                window.screenshot(page + "-dark");
            }
            window.onWindow(() -> {
                window.size(1600, 1000);
                return true;
            });
            for (String page : PAGES) {
                window.press("page-" + page);
                window.screenshot(page + "-dark-large");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theLooksChosenLastTimeAreThereAgain() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "scheme=dark\n");
        try (Driver window = Driver.open(folder)) {
            assertThat(window.scene().getRoot().getStyleClass()).contains("cairn-dark");
            window.screenshot("start-dark");
            window.press("start-founding");
            window.screenshot("founding-dark");
            window.press("back");
            window.found();
            window.screenshot("recovery-dark");
        }
    }
}
