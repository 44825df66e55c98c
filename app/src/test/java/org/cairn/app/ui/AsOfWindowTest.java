package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One state for the whole window: chosen once, said on every page, followed by all of them, and never edited.
@Tag("window")
class AsOfWindowTest {
    private static final List<String> PAGES = List.of("posture", "checklist", "evidence", "collect", "packs", "ledger");
    /// The day the test's clock starts on.
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    @Test
    void anEarlierDayIsSaidAndFollowedOnEveryPageAndNothingIsEditedThere() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.neverLock();
            window.collect();
            window.clock.pass(Duration.ofDays(3));
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.DIGIT3);
            window.press("save");
            window.until(() -> window.text("saving").equals("Recorded in the ledger"));
            window.collect();
            assertThat(rows(window, "evidence")).isEqualTo(6);

            day(window, "as-of");
            day(window, "known");
            window.untilShown("editing-off");
            for (String page : PAGES) {
                window.press("page-" + page);
                assertThat(window.text("editing-off"))
                        .startsWith("As of 21 Nov 2026 23:59, as known on 21 Nov 2026 23:59")
                        .contains("Read only");
                assertThat(window.find("back-to-now")).isPresent();
                faults.addAll(window.faults("as-of-" + page));
            }
            assertThat(faults).isEmpty();

            window.press("page-checklist");
            window.until(() -> window.tabs("item-tabs").getTabs().stream()
                    .anyMatch(tab -> tab.getText().equals("History 0")));
            for (String id : List.of("answer-met", "note", "owner", "due", "save", "save-next", "attach")) {
                refused(window, id);
            }
            assertThat(rows(window, "evidence")).isEqualTo(3);
            window.press("page-collect");
            refused(window, "collect-start");
            window.press("page-ledger");
            assertThat(window.text("ledger-count")).startsWith(rows(window, "ledger") + " entries");
            int known = rows(window, "ledger");

            window.press("back-to-now");
            window.until(() -> window.find("editing-off").isEmpty());
            assertThat(rows(window, "ledger")).isGreaterThan(known);
            window.press("life-both");
            slide(window, KeyCode.HOME);
            window.until(() -> window.find("editing-off").isPresent()
                    && window.text("editing-off").startsWith("As of 21 Nov 2026 23:59, as known on 21 Nov 2026 23:59"));
            assertThat(window.text("life-day")).isEqualTo("21 Nov 2026");
            slide(window, KeyCode.RIGHT);
            window.until(() -> window.text("editing-off").startsWith("As of 22 Nov 2026"));
            assertThat(window.faults("as-of-life")).isEmpty();
            window.look("contrast-dark");
            window.screenshot("as-of-life-contrast-dark");
            window.look("light");
            slide(window, KeyCode.END);
            window.until(() -> window.find("editing-off").isEmpty());
            assertThat(window.text("life-day")).isEqualTo("Today");

            window.press("page-checklist");
            window.until(() -> !window.node("save-next").isDisabled());
            assertThat(window.tabs("item-tabs").getTabs())
                    .anyMatch(tab -> tab.getText().equals("History 1"));
        }
    }

    @Test
    void aPackOfAnEarlierStateIsMadeFromThePageAndVerifies() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.neverLock();
            window.collect();
            window.clock.pass(Duration.ofDays(3));
            window.collect();
            day(window, "as-of");
            day(window, "known");
            window.until(() -> window.find("editing-off").isPresent());
            window.press("page-packs");
            assertThat(window.text("pack-shows")).contains("21 Nov 2026 23:59");
            Path pack = folder.resolve("then.zip");
            window.set("pack-file", pack.toString());
            window.press("pack-make");
            window.untilShown("pack-made");
            window.chooser.willChoose(pack);
            window.press("pack-verify");
            window.untilShown("pack-verdict");
            assertThat(window.text("pack-verdict")).isEqualTo("Intact");
            window.screenshot("as-of-pack-made-light");
        }
    }

    @Test
    void theLastEntryThatCountsIsTypedWithTheKeyboardAloneInTheDark() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.press("theme");
            for (int tab = 0; tab < 80 && !focused(window).equals("known-entry"); tab++) {
                window.robot.push(KeyCode.TAB);
            }
            assertThat(focused(window)).isEqualTo("known-entry");
            window.robot.write("4");
            window.robot.push(KeyCode.ENTER);
            window.until(() -> window.find("editing-off").isPresent());
            assertThat(window.text("editing-off")).contains("As of now, as known with entry 4", "5 of ");
            for (String page : PAGES) {
                window.press("page-" + page);
                window.screenshot("as-of-entry-" + page + "-dark");
            }
            assertThat(rows(window, "ledger")).isEqualTo(5);
            assertThat(rows(window, "evidence")).isZero();

            window.type("known-entry", "999");
            window.robot.push(KeyCode.ENTER);
            window.untilShown("frame-problem");
            assertThat(window.text("frame-problem")).contains("no entry 4999 here");
            assertThat(window.text("editing-off")).contains("entry 4");
            window.press("back-to-now");
            window.until(() -> window.find("editing-off").isEmpty()
                    && window.find("frame-problem").isEmpty());
            assertThat(window.text("known-entry")).isEmpty();
        }
    }

    /// Moves the line's thumb by a key.
    private static void slide(Driver window, KeyCode key) throws Exception {
        window.onWindow(() -> {
            window.node("life").requestFocus();
            return true;
        });
        window.robot.push(key);
    }

    private static String focused(Driver window) throws Exception {
        return window.onWindow(() -> {
            var owner = window.scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /// Chooses the first day, once the window has noticed that it is over.
    private static void day(Driver window, String id) throws Exception {
        window.until(() -> !FIRST_DAY.equals(((DatePicker) window.node(id)).getValue()));
        window.onWindow(() -> {
            ((DatePicker) window.node(id)).setValue(FIRST_DAY);
            return id;
        });
    }

    /// Out of use, and says why to who cannot see it.
    private static void refused(Driver window, String id) {
        assertThat(window.node(id).isDisabled()).as(id).isTrue();
        assertThat(window.node(id).getAccessibleHelp()).as(id).contains("the past is not edited");
    }

    private static int rows(Driver window, String page) throws Exception {
        window.press("page-" + page);
        return window.onWindow(
                () -> ((TableView<?>) window.node(page + "-table")).getItems().size());
    }
}
