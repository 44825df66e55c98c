package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole path of a person, against a real workspace.
@Tag("window")
class WindowTest {
    @TempDir
    Path folder;

    @Test
    void aPersonFoundsCollectsAnswersSeesTheContradictionAndVerifiesTheLedger() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.press("start-founding");
            window.press("found");
            assertThat(window.text("found-problem-organisation")).isEqualTo("Name the organisation.");
            window.press("back");
            window.found();
            assertThat(window.text("recovery-code")).isNotBlank();
            window.press("recovery-kept");
            window.untilShown("posture");
            assertThat(window.text("organisation")).isEqualTo("Bergbank AG");
            assertThat(window.text("witnesses")).isEqualTo("No witness yet");

            window.press("posture-collect");
            window.press("collect-start");
            window.untilShown("collect-summary");
            assertThat(window.text("collect-summary")).contains("3 pieces of evidence", "1 source refused");

            window.robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
            window.untilShown("checklist");
            window.chooseNet3();
            window.robot.push(KeyCode.N);
            window.robot.write("All endpoints stand behind the internal balancer.");
            window.robot.push(KeyCode.ESCAPE);
            window.robot.push(KeyCode.DIGIT1);
            window.until(() -> window.text("saving").equals("Not saved yet"));
            window.robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
            window.untilShown("contradiction");
            assertThat(window.text("contradiction")).contains("8000");
            window.screenshot("checklist-contradiction-light");
            window.press("checklist-filter-clear");
            window.robot.press(KeyCode.SHIFT, KeyCode.SLASH).release(KeyCode.SLASH, KeyCode.SHIFT);
            window.screenshot("checklist-keys-light");
            window.robot.push(KeyCode.ESCAPE);
            Path plan = Files.writeString(folder.resolve("balancer-plan.txt"), "Only the balancer listens.\n");
            window.chooser.willChoose(plan);
            window.press("attach");
            window.press("attach-new-record");
            window.until(() ->
                    window.tabs("item-tabs").getTabs().getFirst().getText().equals("Evidence 2"));
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 1));
            window.screenshot("checklist-mapped-light");
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 2));
            window.screenshot("checklist-history-light");
            window.press("page-collect");
            window.until(() -> window.text("collect-title").equals("Listening sockets"));
            window.screenshot("collect-detail-light");
            window.press("page-posture");
            window.press("gap-NET-3");
            window.untilShown("checklist");
            assertThat(window.text("item-where")).startsWith("NET-3");
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 0));
            window.press(window.evidenceLink());
            window.untilShown("evidence-title");
            assertThat(window.text("evidence-title")).isEqualTo("network.listening-sockets");
            window.screenshot("evidence-population-light");
            window.press("page-ledger");
            window.press("ledger-verify");
            window.untilShown("ledger-verdict");
            assertThat(window.text("ledger-verdict")).isEqualTo("Intact");
        }
    }

    @Test
    void aWrongPassphraseIsRefusedInWordsBesideTheField() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.leave();
            window.press("recent-0");
            window.type("unlock-passphrase", "not the right one");
            window.press("unlock");
            window.untilShown("unlock-problem");
            assertThat(window.text("unlock-problem")).containsIgnoringCase("passphrase");
            assertThat(window.text("unlock-problem-code")).matches("Code W-[0-9A-F]{4}");
            window.screenshot("unlock-wrong-light");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
        }
    }

    @Test
    void anEarlierDayIsSaidInColourAndEditingIsOff() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.onWindow(() -> {
                ((DatePicker) window.node("as-of")).setValue(LocalDate.of(2026, 11, 12));
                return true;
            });
            window.untilShown("editing-off");
            assertThat(window.text("editing-off")).contains("12 Nov 2026", "Read only");
            window.press("page-checklist");
            window.until(() -> window.node("save-next").isDisabled());
            window.screenshot("earlier-day-light");
            window.press("back-to-now");
            window.until(() -> !window.node("save-next").isDisabled());
        }
    }

    @Test
    void aPackIsMadeListedAndVerifiesAndASecondOneDoesNotReplaceIt() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.press("page-packs");
            Path pack = folder.resolve("eu-ai-act.zip");
            window.chooser.willChoose(pack);
            window.press("pack-choose");
            window.press("pack-make");
            window.untilShown("pack-made");
            assertThat(Files.size(pack)).isPositive();
            window.chooser.willChoose(pack);
            window.press("pack-verify");
            window.untilShown("pack-verdict");
            assertThat(window.text("pack-verdict")).isEqualTo("Intact");
            window.screenshot("packs-verified-light");
            window.press("pack-make");
            window.untilShown("pack-problem");
            assertThat(window.text("pack-problem")).contains("eu-ai-act.zip");
        }
    }
}
