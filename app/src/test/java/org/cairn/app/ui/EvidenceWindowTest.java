package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Evidence by hand, from the clipboard or a folder to the ledger, with the keyboard.
@Tag("window")
class EvidenceWindowTest {
    private static final String SCAN = """
            <TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" end-time="2026-02-28T03:06:28Z">
              <benchmark id="B"/><target>inference-1</target>
              <target-facts>
                <fact name="urn:xccdf:fact:scanner:name">OpenSCAP</fact>
                <fact name="urn:xccdf:fact:scanner:version">1.3.7</fact>
              </target-facts>
              <rule-result idref="sshd_disable_root_login"><result>fail</result></rule-result>
              <rule-result idref="another_rule"><result>pass</result></rule-result>
            </TestResult>
            """;

    @TempDir
    Path folder;

    @Test
    void aPastedPictureIsToldAboutSignedAndRevised() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-evidence");
            window.untilShown("evidence-table");
            copy(window, picture());
            paste(window);
            window.until(() -> lines(window, "evidence-new-drafts") == 1);
            assertThat(window.text("evidence-new-title")).matches("clipboard-2026-11-\\d\\d-\\d{6}\\.png");
            window.set("evidence-new-title", "Firewall page, default deny");
            tick(window, "evidence-new-controls", "evidence-new-control-NET-4");
            day(window, "evidence-new-effective", LocalDate.of(2026, 11, 2));
            day(window, "evidence-new-expires", LocalDate.of(2027, 11, 1));
            choose(window, "evidence-new-classification", 3);
            List<String> faults = new ArrayList<>(window.faults("evidence-intake"));
            window.press("theme");
            window.screenshot("evidence-intake-dark");
            window.press("theme");
            window.press("evidence-new-record");
            window.untilShown("evidence-title");
            assertThat(window.text("evidence-title")).isEqualTo("Firewall page, default deny");
            assertThat(window.text("evidence-new-told")).contains("one piece of evidence");
            window.untilShown("preview-image");
            window.untilShown("support-summary");
            assertThat(window.text("support-summary")).contains("One control", "nothing would stand otherwise");
            faults.addAll(window.faults("evidence-preview-picture"));
            window.press("theme");
            window.screenshot("evidence-preview-picture-dark");
            window.press("theme");

            copy(window, "Rules as of today: default drop.");
            paste(window);
            window.until(() -> lines(window, "evidence-new-drafts") == 1);
            assertThat(window.text("evidence-new-title")).endsWith(".txt");
            window.set("evidence-new-title", "Firewall rules, second edition");
            tick(window, "evidence-new-controls", "evidence-new-control-NET-4");
            choose(window, "evidence-new-replaces", 1);
            window.press("evidence-new-record");
            window.until(() -> rows(window, "evidence-table") == 2);
            window.untilShown("preview-text");
            assertThat(window.text("preview-text")).isEqualTo("Rules as of today: default drop.\n");
            faults.addAll(window.faults("evidence-preview-text"));
            window.onWindow(() -> {
                ((TableView<?>) window.node("evidence-table"))
                        .getSelectionModel()
                        .select(1);
                return true;
            });
            window.untilShown("evidence-superseded");
            assertThat(window.text("evidence-superseded")).contains("Firewall rules, second edition");
            faults.addAll(window.faults("evidence-superseded"));

            window.chooser.willChoose(Files.writeString(folder.resolve("results.xml"), SCAN));
            window.press("evidence-add");
            window.untilShown("evidence-new-results-offer");
            window.press("evidence-new-results");
            window.untilShown("evidence-new-results-record");
            assertThat(window.text("evidence-new-results-about")).isEqualTo("OpenSCAP, about inference-1");
            faults.addAll(window.faults("evidence-results"));
            window.press("evidence-new-results-record");
            window.until(() -> rows(window, "evidence-table") == 3);
            assertThat(window.text("evidence-new-told")).isEqualTo("Recorded as results: results.xml");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void aFolderIsListedAndOnlyWhatIsTickedIsTakenInGerman() throws Exception {
        Locale before = Locale.getDefault();
        Path share = Files.createDirectories(folder.resolve("share"));
        Files.writeString(share.resolve("policy.txt"), "default drop");
        Files.writeString(share.resolve("minutes.txt"), "decided");
        Files.writeString(share.resolve(".secret"), "not to be taken");
        Files.createSymbolicLink(share.resolve("link.txt"), share.resolve("policy.txt"));
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\n");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-evidence");
            window.chooser.willChoose(share);
            window.press("evidence-add-folder");
            window.until(() -> lines(window, "evidence-new-found") == 4);
            window.press("evidence-new-tick-new");
            assertThat(window.text("evidence-new-take")).isEqualTo("2 nehmen");
            List<String> faults = new ArrayList<>(window.faults("german-evidence-folder"));
            window.press("evidence-new-take");
            window.until(() -> lines(window, "evidence-new-drafts") == 2);
            tick(window, "evidence-new-controls", "evidence-new-control-NET-1");
            window.press("evidence-new-same");
            faults.addAll(window.faults("german-evidence-intake"));
            window.press("evidence-new-record");
            window.until(() -> rows(window, "evidence-table") == 2);
            faults.addAll(window.faults("german-evidence-recorded"));

            window.openChecklist();
            window.set("checklist-filter", "NET-1");
            window.chooser.willChoose(share.resolve(".secret"));
            window.press("attach");
            window.until(() -> lines(window, "attach-new-drafts") == 1);
            faults.addAll(window.faults("german-checklist-intake"));
            window.press("attach-new-discard");
            window.until(() -> window.find("attach-new-drafts").isEmpty());
            assertThat(faults).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static WritableImage picture() {
        WritableImage image = new WritableImage(320, 200);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 320; x++) {
                image.getPixelWriter().setColor(x, y, Color.color(x / 320.0, y / 200.0, 0.4));
            }
        }
        return image;
    }

    private static void copy(Driver window, Object what) throws Exception {
        window.onWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            if (what instanceof WritableImage image) {
                content.putImage(image);
            } else {
                content.putString(what.toString());
            }
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static void paste(Driver window) throws Exception {
        window.onWindow(() -> {
            window.node("evidence-table").requestFocus();
            return true;
        });
        window.robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
    }

    private static void day(Driver window, String id, LocalDate day) throws Exception {
        window.onWindow(() -> {
            ((DatePicker) window.node(id)).setValue(day);
            return true;
        });
    }

    private static void choose(Driver window, String id, int line) throws Exception {
        window.onWindow(() -> {
            ((ComboBox<?>) window.node(id)).getSelectionModel().select(line);
            return true;
        });
    }

    private static void tick(Driver window, String id, String item) throws Exception {
        window.onWindow(() -> {
            for (MenuItem area : ((MenuButton) window.node(id)).getItems()) {
                for (MenuItem each : ((Menu) area).getItems()) {
                    if (item.equals(each.getId())) {
                        CheckMenuItem tick = (CheckMenuItem) each;
                        tick.setSelected(true);
                        tick.fire();
                        return tick.isSelected();
                    }
                }
            }
            throw new AssertionError("no item " + item);
        });
    }

    private static int rows(Driver window, String id) {
        return window.find(id)
                .map(node -> ((TableView<?>) node).getItems().size())
                .orElse(0);
    }

    private static int lines(Driver window, String id) {
        return window.find(id)
                .map(node -> ((ListView<?>) node).getItems().size())
                .orElse(0);
    }
}
