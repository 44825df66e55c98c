package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.cairn.app.workspace.IdentityLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer sets up window and workspace, lets a reviewer in, and keeps a record from being erased.
@Tag("window")
class SettingsWindowTest {
    private static final List<String> TABS = List.of("window", "workspace", "people", "keeping");

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private Path authority() throws Exception {
        Path root = folder.resolve("root.der");
        String store = folder.resolve("root.p12").toString();
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=Root", "-keystore", store, "-storepass", "changeit");
        keytool("-exportcert", "-keystore", store, "-storepass", "changeit", "-file", root.toString());
        return root;
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void whatTheCommandLineSetsIsSetInTheWindowToo() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.press("page-settings");
            window.until(() -> window.text("settings-saving").startsWith("Nothing is typed"));
            choose(window, "settings-look", 1);
            choose(window, "settings-pack-depth", 0);
            tab(window, "workspace");
            window.until(() -> window.text("settings-stamps-now").startsWith("Nobody time-stamps"));
            choose(window, "settings-stamps", 1);
            window.press("settings-stamps-use");
            window.until(() -> window.text("settings-stamps-now").startsWith("The own key of this workspace"));
            choose(window, "settings-stamps", 2);
            window.set("settings-stamps-folder-where", folder.toString());
            window.set("settings-stamps-root", authority().toString());
            window.press("settings-stamps-use");
            window.until(() -> window.text("settings-stamps-now")
                    .endsWith(
                            "under the root CN=Root, and answers within 60 s. Whether its certificate was revoked is not"
                                    + " asked."));
            window.set("settings-backup-out", backup.toString());
            window.press("settings-backup-make");
            window.until(() -> told(window, "settings-backup").startsWith("backup.zip: "));
            assertThat(told(window, "settings-backup")).contains("nobody can restore");
            assertThat(backup).isNotEmptyFile();
            tab(window, "people");
            addReviewer(window);
            tab(window, "keeping");
            window.until(() -> !table(window, "settings-keeping").getItems().isEmpty());
            window.onWindow(() -> {
                table(window, "settings-keeping").getSelectionModel().selectFirst();
                return true;
            });
            window.set("settings-hold-reason", "A court has asked for it");
            window.press("settings-hold-one");
            window.until(() -> told(window, "settings-hold").startsWith("The hold stands"));
            window.until(() -> cells(window, 2).getFirst().startsWith("On hold"));
            window.set("settings-erase-basis", "No purpose is left");
            window.press("settings-erase");
            window.until(() -> window.find("settings-erase-problem").isPresent());
            assertThat(window.text("settings-erase-problem")).contains("hold");
            List<String> faults = new ArrayList<>();
            for (String each : TABS) {
                tab(window, each);
                window.screenshot("settings-" + each + "-dark");
                faults.addAll(window.seen("settings-" + each).faults());
            }
            window.press("page-packs");
            window.until(() -> "Short, for who decides".equals(shown(window, "pack-depth")));
            assertThat(faults).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("settings").resolve("window.properties")))
                .contains("scheme=dark", "pack-depth=executive");
    }

    @Test
    void everyTabIsWholeInGerman() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-settings");
            for (String each : TABS) {
                tab(window, each);
                faults.addAll(window.faults("settings-de-" + each));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// A person who types a passphrase here is enrolled, given a further role, and their key is ended.
    private static void addReviewer(Driver window) throws Exception {
        window.until(() -> table(window, "settings-people").getItems().size() > 1);
        window.set("settings-add-name", "Bruno Frei");
        window.set("settings-add-passphrase", "too short");
        window.set("settings-add-again", "too short");
        window.press("settings-add-person");
        window.until(() -> window.find("settings-add-problem").isPresent());
        choose(window, "settings-add-role", 2);
        window.set("settings-add-passphrase", "four eyes see more than two");
        window.set("settings-add-again", "four eyes see more than two");
        window.press("settings-add-person");
        window.until(() -> told(window, "settings-add").startsWith("Bruno Frei is enrolled as Reviewer"));
        window.until(() -> row(window) >= 0);
        window.onWindow(() -> {
            table(window, "settings-people").getSelectionModel().select(row(window));
            return true;
        });
        window.press("settings-grant");
        window.until(() -> window.text("settings-person").equals("Bruno Frei · Author, Reviewer"));
        window.press("settings-revoke");
        window.until(() -> window.text("settings-revoke").equals("Really end the key of Bruno Frei for good"));
        window.press("settings-revoke");
        window.until(() -> told(window, "settings-people").startsWith("The key of Bruno Frei is ended"));
        window.press("settings-remove-person-2");
        window.until(() -> window.text("settings-remove-person-2").equals("Really take the way in of Bruno Frei"));
        window.press("settings-remove-person-2");
        window.until(() -> told(window, "settings-add").startsWith("Bruno Frei opens this workspace no longer"));
        window.until(() -> window.find("settings-remove-person-2").isEmpty());
    }

    private static int row(Driver window) {
        List<?> lines = table(window, "settings-people").getItems();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof IdentityLine line && line.name().equals("Bruno Frei")) {
                return i;
            }
        }
        return -1;
    }

    private static void tab(Driver window, String key) throws Exception {
        int index = TABS.indexOf(key);
        window.untilShown("settings-tabs");
        window.onWindow(() -> window.select(window.tabs("settings-tabs"), index));
        window.untilShown("settings-scroll-" + key);
    }

    private static void choose(Driver window, String id, int index) throws Exception {
        window.untilShown(id);
        window.onWindow(() -> {
            ((ComboBox<?>) window.node(id)).getSelectionModel().select(index);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static String shown(Driver window, String id) {
        ComboBox<Object> box = (ComboBox<Object>) window.node(id);
        return box.getConverter().toString(box.getValue());
    }

    private static String told(Driver window, String id) {
        return window.find(id + "-told").isPresent() ? window.text(id + "-told") : "";
    }

    private static TableView<?> table(Driver window, String id) {
        return (TableView<?>) window.node(id);
    }

    private static List<String> cells(Driver window, int column) {
        TableView<?> table = table(window, "settings-keeping");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.getItems().size(); i++) {
            cells.add(String.valueOf(table.getColumns().get(column).getCellData(i)));
        }
        return cells;
    }
}
