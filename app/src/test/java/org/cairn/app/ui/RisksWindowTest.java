package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A compliance officer keeps the register: a risk is rated, judged anew, and what is left is proposed to be borne.
@Tag("window")
class RisksWindowTest {
    @TempDir
    Path folder;

    @Test
    void aRiskIsRatedJudgedAnewAndProposedToBeBorne() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
            window.untilShown("risks-table");
            assess(window, "Weights leave over an open route", 2);
            window.set("risk-title", "Prompts of clients are logged in full");
            assess(window, "Prompts of clients are logged in full", 3);
            List<String> faults = new ArrayList<>();
            window.onWindow(() -> {
                table(window).getSelectionModel().select(1);
                return true;
            });
            window.until(() -> window.text("risk-form-head").startsWith("Judge this risk anew (assessed once"));
            assertThat(window.text("risk-rows")).isEqualTo("NET-4");
            window.onWindow(() -> {
                ((DatePicker) window.node("risk-until")).setValue(LocalDate.of(2027, 3, 31));
                return true;
            });
            faults.addAll(window.faults("risks-register"));
            window.press("theme");
            window.screenshot("risks-register-dark");
            window.press("theme");
            window.press("risk-retain");
            window.until(() -> told(window).startsWith("Proposed. Another person signs"));
            window.until(() ->
                    table(window).getItems().size() == 2 && cells(window, 4).contains("Signature missing"));
            window.press("page-queue");
            window.until(
                    () -> ((TableView<?>) window.node("queue-table")).getItems().size() == 1);
            assertThat(faults).isEmpty();
        }
    }

    private static void assess(Driver window, String title, int likelihood) throws Exception {
        window.set("risk-title", title);
        window.set("risk-rows", "NET-4");
        window.set("risk-owner", "Head of IT");
        window.set("risk-reason", "One host is not migrated");
        window.onWindow(() -> {
            set(window, "risk-inherent-likelihood", 4);
            set(window, "risk-inherent-impact", 5);
            set(window, "risk-residual-likelihood", likelihood);
            ((DatePicker) window.node("risk-review")).setValue(LocalDate.of(2027, 6, 30));
            return true;
        });
        int before = table(window).getItems().size();
        window.press("risk-record");
        window.until(() -> table(window).getItems().size() == before + 1);
        assertThat(told(window)).isEqualTo("The assessment is in the ledger.");
    }

    @SuppressWarnings("unchecked")
    private static void set(Driver window, String id, int value) {
        ((ComboBox<Integer>) window.node(id)).setValue(value);
    }

    private static List<String> cells(Driver window, int column) {
        TableView<?> table = table(window);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.getItems().size(); i++) {
            cells.add(String.valueOf(table.getColumns().get(column).getCellData(i)));
        }
        return cells;
    }

    private static String told(Driver window) {
        return window.find("risks-told").isPresent() ? window.text("risks-told") : "";
    }

    private static TableView<?> table(Driver window) {
        return (TableView<?>) window.node("risks-table");
    }
}
