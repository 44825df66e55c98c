package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.RedactedCopy;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer takes names out of a list and a box out of a picture, looks at each copy, and records it.
@Tag("window")
class RedactionWindowTest {
    private static final ControlId ROW = new ControlId("NET-4");

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void wordsLinesAndABoxAreTakenOutSeenAndRecorded() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.found();
            window.press("recovery-kept");
            window.untilShown("posture");
            window.leave();
            attach(window);
            open(window);
            choose(window, "Access list");
            window.press("evidence-redact");
            window.untilShown("redact-lines");
            assertThat(((ListView<?>) window.node("redact-lines")).getItems()).hasSize(4);
            assertThat(window.text("redact-rows")).contains("NET-4");
            window.set("redact-words", "Eva Brandt");
            window.press("redact-add-words");
            window.set("redact-line", "none");
            window.press("redact-add-line");
            window.until(() -> window.find("redact-problem").isPresent());
            window.set("redact-line", "4");
            window.press("redact-add-line");
            assertThat(window.node("redact-record").isDisabled()).isTrue();
            window.press("redact-look");
            window.untilShown("redact-copy");
            faults.addAll(window.faults("redact-text"));
            window.set("redact-reason", "Names of staff");
            window.press("redact-record");
            window.until(() -> window.find("evidence-table").isPresent()
                    && window.text("evidence-title").startsWith("Redacted copy of: Access list"));
            choose(window, "Screenshot");
            window.press("evidence-redact");
            window.untilShown("redact-picture");
            Node picture = window.node("redact-picture");
            Point2D from = picture.localToScreen(20, 10);
            Point2D to = picture.localToScreen(120, 40);
            window.robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
            window.untilShown("redact-remove-0");
            window.set("redact-box", "0,100,50x20");
            window.press("redact-add-box");
            window.press("redact-look");
            window.untilShown("redact-copy");
            window.look("dark");
            window.screenshot("redact-picture-dark");
            faults.addAll(window.seen("redact-picture").faults());
            window.set("redact-reason", "An account number");
            window.press("redact-record");
            window.until(() -> window.find("evidence-table").isPresent()
                    && window.text("evidence-title").startsWith("Redacted copy of: Screenshot"));
        }
        assertThat(faults).isEmpty();
        copiesHoldNothingOfIt();
    }

    @Test
    void bothPagesAreWholeInGerman() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-audit");
            faults.addAll(window.faults("audit-de"));
            window.collect();
            window.press("page-evidence");
            window.press("evidence-redact");
            window.untilShown("redact-lines");
            window.set("redact-line", "1");
            window.press("redact-add-line");
            window.press("redact-look");
            window.untilShown("redact-copy");
            faults.addAll(window.faults("redact-de"));
        }
        assertThat(faults).isEmpty();
    }

    private void open(Driver window) throws Exception {
        window.press("recent-0");
        window.set("unlock-passphrase", Driver.PASSPHRASE);
        window.press("unlock");
        window.untilShown("posture");
        window.press("page-evidence");
        window.untilShown("evidence-table");
    }

    private static void choose(Driver window, String title) throws Exception {
        window.until(() -> window.find("evidence-table").isPresent());
        window.onWindow(() -> {
            TableView<?> table = (TableView<?>) window.node("evidence-table");
            for (int i = 0; i < table.getItems().size(); i++) {
                if (title.equals(table.getColumns().getFirst().getCellData(i))) {
                    table.getSelectionModel().select(i);
                }
            }
            return true;
        });
        window.until(() -> window.text("evidence-title").equals(title));
    }

    private void attach(Driver window) throws Exception {
        Path list = Files.writeString(
                folder.resolve("access.txt"), "Administrators\nEva Brandt, EVA BRANDT\nroot\nKurt Weil, on call\n");
        Path picture = folder.resolve("screen.png");
        BufferedImage screen = new BufferedImage(400, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = screen.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, 400, 240);
        pen.dispose();
        ImageIO.write(screen, "png", picture.toFile());
        try (Workspace bank = bank(window)) {
            bank.attach(list, ROW, "Access list");
            bank.attach(picture, ROW, "Screenshot");
        }
    }

    private Workspace bank(Driver window) throws Exception {
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray())) {
            return Workspace.open(folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()));
        }
    }

    private void copiesHoldNothingOfIt() throws Exception {
        try (Driver window = Driver.open(folder);
                Workspace bank = bank(window)) {
            List<Bytes> copies = new ArrayList<>();
            for (RecordedEvidence piece : bank.evidence()) {
                if (RedactedCopy.of(piece.evidence()).isPresent()) {
                    Artefact kept = bank.artefacts(piece.id()).getFirst();
                    copies.add(bank.content(kept.payload()));
                }
            }
            assertThat(copies).hasSize(2);
            assertThat(new String(copies.getFirst().toByteArray(), StandardCharsets.UTF_8))
                    .isEqualTo("Administrators\n[redacted], [redacted]\nroot\n[redacted]\n");
            BufferedImage picture =
                    ImageIO.read(new java.io.ByteArrayInputStream(copies.get(1).toByteArray()));
            assertThat(new Color(picture.getRGB(60, 25))).isEqualTo(Color.BLACK);
            assertThat(new Color(picture.getRGB(10, 110))).isEqualTo(Color.BLACK);
            assertThat(new Color(picture.getRGB(300, 200))).isEqualTo(Color.ORANGE);
        }
    }
}
