package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every screen, in all its colours and in three sizes, the smallest with two pixels for one. The pictures lie in
/// `target/screenshots`.
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
            "pilot",
            "packs",
            "audit",
            "ledger",
            "scope",
            "frameworks",
            "calendar",
            "fleet",
            "runtime",
            "settings");

    @TempDir
    Path folder;

    @Test
    void everyControlHasANameARoleAndAKeyAndNoStateIsToldByColourAloneInAnyOfTheColours() throws Exception {
        Tally tally = new Tally();
        try (Driver window = Driver.open(folder)) {
            PopupWalk popups = new PopupWalk(window);
            tally.look(window, "start");
            window.press("start-founding");
            tally.look(window, "founding");
            window.press("back");
            window.found();
            tally.look(window, "recovery");
            window.press("recovery-kept");
            window.untilShown("posture");
            tally.pages(window, "-empty");
            window.collect();
            tally.pages(window, "");
            popups.look("light");
            for (String look : List.of("dark", "contrast-light", "contrast-dark")) {
                window.look(look);
                tally.pages(window, "-" + look);
                popups.look(look);
            }
            tally.popups(popups);
            window.until(() -> Files.readString(folder.resolve("settings").resolve("window.properties"))
                    .contains("scheme=contrast-dark"));
            window.onWindow(() -> {
                window.size(1600, 1000);
                return true;
            });
            tally.pages(window, "-large");
            window.look("light");
            window.onWindow(() -> {
                window.size(1040, 640);
                return true;
            });
            window.drawAt(2);
            tally.pages(window, "-twice");
        }
        tally.print();
        assertThat(String.join("\n", tally.faults)).isEmpty();
    }

    @Test
    void theLooksChosenLastTimeAreThereAgain() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "scheme=contrast-dark\n");
        Tally tally = new Tally();
        try (Driver window = Driver.open(folder)) {
            assertThat(String.join("\n", window.onWindow(AccessibilityTest::faultsOfAPoorScreen)))
                    .contains("has no id", "has no accessible text", "is a mark without a shape")
                    .contains("contrast of 2.8:1", "not reached by the keyboard", "cut short", "lies outside");
            assertThat(window.scene().getRoot().getStyleClass()).contains("cairn-dark", "cairn-contrast");
            tally.look(window, "start-contrast-dark");
            window.press("start-founding");
            tally.look(window, "founding-contrast-dark");
            window.press("back");
            window.found();
            tally.look(window, "recovery-contrast-dark");
        }
        assertThat(String.join("\n", tally.faults)).isEmpty();
    }

    /// What an auditor sees without a workspace.
    @Test
    void theAuditorsPagesAreNamedReachedAndReadInAllTheColoursToo() throws Exception {
        Tally tally = new Tally();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.press("page-packs");
            Path pack = folder.resolve("pack.zip");
            window.chooser.willChoose(pack);
            window.press("pack-choose");
            window.press("pack-make");
            window.untilShown("pack-made");
            window.leave();
            window.chooser.willChoose(pack);
            window.press("start-audit");
            window.untilShown("auditor-root");
            for (String look : List.of("light", "dark", "contrast-light", "contrast-dark")) {
                window.look(look);
                auditor(tally, window, look);
            }
            window.onWindow(() -> {
                window.size(1040, 640);
                return true;
            });
            window.drawAt(2);
            auditor(tally, window, "twice");
        }
        tally.print();
        assertThat(String.join("\n", tally.faults)).isEmpty();
    }

    private static void auditor(Tally tally, Driver window, String suffix) throws Exception {
        List<String> tabs = List.of("pack", "items", "sign");
        for (int tab = 0; tab < tabs.size(); tab++) {
            int chosen = tab;
            window.onWindow(() -> window.select(window.tabs("auditor-tabs"), chosen));
            tally.look(window, "auditor-" + tabs.get(tab) + "-" + suffix);
        }
    }

    /// Of what the other tests rest on: a fault of each kind is found.
    private static List<String> faultsOfAPoorScreen() {
        Label grey = new Label("grey on white");
        grey.setStyle("-fx-text-fill: #999999;");
        Label colour = new Label("red");
        colour.getStyleClass().add("tone-bad");
        Label cut = new Label("a sentence that nobody will read to its end");
        cut.setMaxWidth(60);
        Button unreached = new Button("unreached");
        unreached.setFocusTraversable(false);
        Button outside = Parts.button("outside", "outside", () -> {});
        outside.setTranslateX(400);
        VBox poor = new VBox(grey, colour, cut, unreached, outside);
        poor.setStyle("-fx-background-color: white;");
        Scene scene = new Scene(poor, 300, 200);
        poor.applyCss();
        poor.layout();
        return SceneWalk.look(scene).faults();
    }

    /// What was counted, screen by screen.
    private static final class Tally {
        private final List<String> faults = new ArrayList<>();
        private final Map<String, SceneWalk.Seen> screens = new LinkedHashMap<>();
        private int measuredInPopups;

        void pages(Driver window, String suffix) throws Exception {
            for (String page : PAGES) {
                window.press("page-" + page);
                look(window, page + suffix);
            }
        }

        void look(Driver window, String screen) throws Exception {
            window.screenshot(screen);
            SceneWalk.Seen seen = window.seen(screen);
            screens.put(screen, seen);
            faults.addAll(seen.faults());
        }

        void popups(PopupWalk walk) {
            faults.addAll(walk.faults());
            measuredInPopups = walk.measured();
        }

        void print() {
            System.out.printf("%d words and icons measured in menus, lists, calendars and tips%n", measuredInPopups);
            System.out.printf(
                    "%-26s %8s %6s %8s %9s %6s %5s %8s%n",
                    "screen", "controls", "named", "operable", "reachable", "marks", "told", "measured");
            screens.forEach(Tally::print);
            print(
                    screens.size() + " screens",
                    new SceneWalk.Seen(
                            sum(SceneWalk.Seen::controls),
                            sum(SceneWalk.Seen::named),
                            sum(SceneWalk.Seen::operable),
                            sum(SceneWalk.Seen::reachable),
                            sum(SceneWalk.Seen::marks),
                            sum(SceneWalk.Seen::told),
                            sum(SceneWalk.Seen::measured),
                            List.of()));
        }

        private static void print(String screen, SceneWalk.Seen seen) {
            System.out.printf(
                    "%-26s %8d %6d %8d %9d %6d %5d %8d%n",
                    screen,
                    seen.controls(),
                    seen.named(),
                    seen.operable(),
                    seen.reachable(),
                    seen.marks(),
                    seen.told(),
                    seen.measured());
        }

        private int sum(ToIntFunction<SceneWalk.Seen> count) {
            return screens.values().stream().mapToInt(count).sum();
        }
    }
}
