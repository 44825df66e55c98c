package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer hands out a pack with a piece withheld, finds it again, draws a sample, and keeps the pack provable.
@Tag("window")
class PacksWindowTest {
    private static final String SEED = "5f".repeat(32);

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aPackIsMadeWithAPieceWithheldFoundAgainAndKeptProvable() throws Exception {
        Path pack = folder.resolve("eu-ai-act.zip");
        Path report = folder.resolve("report.pdf");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.press("page-settings");
            window.onWindow(() -> window.select(window.tabs("settings-tabs"), 1));
            choose(window, "settings-stamps", 1);
            window.press("settings-stamps-use");
            window.until(() -> window.find("settings-stamps-told").isPresent());
            window.press("page-packs");
            choose(window, "pack-framework", 1);
            window.press("pack-withhold");
            window.until(() -> ((javafx.scene.control.ListView<?>) window.node("pack-pieces"))
                            .getItems()
                            .size()
                    > 0);
            String piece = window.onWindow(() -> window.scene().getRoot().lookupAll(".check-box").stream()
                    .map(node -> String.valueOf(node.getId()))
                    .filter(id -> id.startsWith("withhold-"))
                    .findFirst()
                    .orElseThrow());
            window.press(piece);
            assertThat(window.text("pack-withheld")).isEqualTo("1 piece stays here");
            faults.addAll(window.faults("packs-withhold"));
            window.set("pack-file", pack.toString());
            choose(window, "pack-depth", 0);
            window.onWindow(() -> {
                ((Button) window.node("pack-make")).fire();
                ((Button) window.node("pack-cancel")).fire();
                return true;
            });
            window.untilShown("pack-cancelled");
            assertThat(pack).doesNotExist();
            window.press("pack-make");
            window.untilShown("pack-made");
            window.until(() -> cell(window, "packs-table", 4).equals("There, not checked yet"));
            window.onWindow(() -> {
                table(window, "packs-table").getSelectionModel().selectFirst();
                return true;
            });
            window.press("issued-verify");
            window.until(() -> cell(window, "packs-table", 4).startsWith("Intact"));
            window.chooser.willChoose(report);
            window.press("issued-report");
            window.until(() -> window.find("issued-told").isPresent());
            window.look("dark");
            window.onWindow(() -> {
                ((javafx.scene.control.ScrollPane) window.node("packs-scroll-make")).setVvalue(1);
                return true;
            });
            window.screenshot("packs-issued-dark");
            faults.addAll(window.seen("packs-issued").faults());
            assertThat(Files.readString(report, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            window.onWindow(() -> window.select(window.tabs("packs-tabs"), 2));
            window.until(() -> cell(window, "renewal-table", 2).startsWith("None yet"));
            window.press("renewal-renew");
            window.until(() -> cell(window, "renewal-table", 2).equals("Proves"));
            assertThat(cell(window, "renewal-table", 1)).isNotEmpty();
            window.screenshot("packs-renewal-dark");
            faults.addAll(window.seen("packs-renewal").faults());
        }
        assertThat(folder.resolve("eu-ai-act.zip.ers")).isNotEmptyFile();
        assertThat(faults).isEmpty();
    }

    @Test
    void aSampleIsDrawnAgainFromItsSeedAndRecordedInGerman() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        Path draw = folder.resolve("draw.json");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-packs");
            faults.addAll(window.faults("packs-de-make"));
            window.onWindow(() -> window.select(window.tabs("packs-tabs"), 1));
            choose(window, "sample-of", 2);
            window.set("sample-size", "5");
            window.set("sample-seed", "not hexadecimal");
            window.press("sample-draw");
            window.until(() -> window.find("sample-problem").isPresent());
            window.set("sample-seed", SEED);
            window.press("sample-draw");
            window.until(() -> table(window, "sample-table").getItems().size() == 5);
            List<Object> drawn = List.copyOf(table(window, "sample-table").getItems());
            window.press("sample-draw");
            window.until(() -> table(window, "sample-table").getItems().equals(drawn));
            assertThat(((Label) window.node("sample-drawn-seed")).getAccessibleText())
                    .isEqualTo(SEED);
            window.set("sample-row", "NET-4");
            window.chooser.willChoose(draw);
            window.press("sample-record");
            window.until(() -> window.find("sample-kept-told").isPresent());
            faults.addAll(window.faults("packs-de-samples"));
            window.onWindow(() -> window.select(window.tabs("packs-tabs"), 2));
            window.untilShown("renewal-table");
            faults.addAll(window.faults("packs-de-renewal"));
        }
        assertThat(Files.readString(draw)).contains(SEED, "\"method\":\"random\"");
        assertThat(faults).isEmpty();
    }

    private static void choose(Driver window, String id, int index) throws Exception {
        window.untilShown(id);
        window.onWindow(() -> {
            ((ComboBox<?>) window.node(id)).getSelectionModel().select(index);
            return true;
        });
    }

    private static TableView<?> table(Driver window, String id) {
        return (TableView<?>) window.node(id);
    }

    /// Of the first row.
    private static String cell(Driver window, String id, int column) {
        TableView<?> table = table(window, id);
        return table.getItems().isEmpty()
                ? ""
                : String.valueOf(table.getColumns().get(column).getCellData(0));
    }
}
