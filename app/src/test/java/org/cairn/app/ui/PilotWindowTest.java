package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pilot is begun, what the ledger tells is computed, the rest is entered with evidence, and the report is signed.
@Tag("window")
class PilotWindowTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsReachedWithoutEvidenceAndTheReportIsSigned() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
            window.untilShown("pilot-begin");
            List<String> faults = new ArrayList<>(window.faults("pilot-begin"));
            window.set("pilot-purpose", "An assistant for payments on two hosts");
            window.onWindow(() -> {
                ((DatePicker) window.node("pilot-day")).setValue(LocalDate.of(2026, 11, 14));
                return true;
            });
            window.press("pilot-begin");
            window.untilShown("pilot-progress");
            assertThat(window.text("pilot-progress")).isEqualTo("Day 8 of 90: 1 of 8 measures reached");
            window.collect();
            window.press("page-pilot");
            window.until(() -> window.text("pilot-progress").contains(": 2 of 8 measures"));
            choose(window, 0);
            window.until(() -> window.find("pilot-reached").isEmpty());
            choose(window, 3);
            window.set("pilot-measured", "Forty tasks drawn from October");
            window.press("pilot-reached");
            window.until(() -> window.find("pilot-problem").isPresent());
            assertThat(window.text("pilot-problem")).startsWith("Name the evidence that shows it");
            window.onWindow(() -> {
                ((ComboBox<?>) window.node("pilot-evidence"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            window.press("pilot-reached");
            window.until(() -> window.text("pilot-progress").contains(": 3 of 8 measures"));
            faults.addAll(window.faults("pilot-running"));
            window.press("theme");
            window.screenshot("pilot-running-dark");
            Path report = Path.of("target", "screenshots", "pilot.pdf").toAbsolutePath();
            Files.deleteIfExists(report);
            window.chooser.willChoose(report);
            window.press("pilot-report");
            window.until(() -> window.find("pilot-told").isPresent()
                    && window.text("pilot-told").startsWith("The signed report lies in "));
            try (var document = Loader.loadPDF(report.toFile())) {
                assertThat(document.getSignatureDictionaries()).hasSize(1);
                assertThat(new PDFTextStripper().getText(document))
                        .contains("3 of 8 measures")
                        .contains("Forty tasks drawn from October");
            }
            assertThat(faults).isEmpty();
        }
    }

    private static void choose(Driver window, int line) throws Exception {
        window.onWindow(() -> {
            ((ListView<?>) window.node("pilot-list")).getSelectionModel().clearAndSelect(line);
            return true;
        });
    }
}
