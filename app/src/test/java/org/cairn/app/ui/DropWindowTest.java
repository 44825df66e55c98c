package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.EnrolmentRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.away.AwayRun;
import org.cairn.collectors.away.CollectorKey;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.network.ListeningSocketsCollector;
import org.cairn.evidence.Origin;
import org.cairn.evidence.Refusal;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files dragged with the mouse out of another window, as from a file manager, through the display's own protocol.
@Tag("window")
class DropWindowTest {
    @TempDir
    Path folder;

    @Test
    void aFileDraggedOntoThePageEvidenceIsOfferedToBeRecorded() throws Exception {
        Path file = Files.writeString(folder.resolve("firewall.txt"), "policy drop");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-evidence");
            window.untilShown("evidence-table");

            drag(window, file, "evidence-table");
            window.until(() -> ((ListView<?>) window.node("evidence-new-drafts"))
                            .getItems()
                            .size()
                    == 1);
            assertThat(window.text("evidence-new-title")).isEqualTo("firewall.txt");
            window.screenshot("evidence-dropped-light");
        }
    }

    @Test
    void aFileThatIsNoRunIsRefusedOnThePageHostsInWordsThatNameIt() throws Exception {
        Path file = Files.writeString(folder.resolve("holiday.run"), "no run at all");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-fleet");
            window.untilShown("fleet-table");

            drag(window, file, "fleet-table");
            window.untilShown("fleet-problem");
            assertThat(window.text("fleet-problem")).contains("holiday.run");
        }
    }

    @Test
    void theRunOfAnotherHostIsTakenWhereItIsDroppedOnThePageHosts() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.leave();
            Path run = carried(window, enrolled(window));
            window.press("recent-0");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
            window.press("page-fleet");
            window.untilShown("fleet-table");

            drag(window, run, "fleet-table");
            window.until(() -> window.find("fleet-told").isPresent()
                    && window.text("fleet-told").contains("web01"));
            window.until(() ->
                    !((TableView<?>) window.node("fleet-table")).getItems().isEmpty());
            window.screenshot("fleet-dropped-light");
        }
    }

    private CollectorKey enrolled(Driver window) throws Exception {
        CollectorKey key = CollectorKey.make(folder.resolve("web01.key"), new SecureRandom());
        Path request = folder.resolve("web01.request");
        Files.write(request, key.request("Collectors on web01").encode().toByteArray());
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray());
                Workspace bank = Workspace.open(
                        folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()))) {
            bank.identities().enrol(EnrolmentRequest.read(request), Role.COLLECTOR, Optional.empty());
        }
        return key;
    }

    private Path carried(Driver window, CollectorKey key) throws Exception {
        HostReader host = new HostReader(
                Path.of("/nowhere"),
                new HostIdentity("web01", "root", new Origin(Optional.of("1".repeat(32)), Optional.empty())),
                command -> new Commands.Answer.Refused(new Refusal(command.text(), Refusal.Why.ABSENT, "none")));
        Path file = folder.resolve("web01.run");
        new AwayRun(host, window.clock, key, "test")
                .run(List.of(new ListeningSocketsCollector()), CollectionListener.silent(), () -> false)
                .write(file);
        return file;
    }

    /// A window beside the product's, whose one label gives the file to whoever takes it.
    private static void drag(Driver window, Path file, String onto) throws Exception {
        Stage manager = window.onWindow(() -> fileManager(file));
        try {
            Node label = manager.getScene().getRoot();
            Node target = window.onWindow(() -> window.node(onto));
            window.robot.drag(label, MouseButton.PRIMARY).dropTo(target);
        } finally {
            window.onWindow(() -> {
                manager.close();
                return true;
            });
        }
    }

    private static Stage fileManager(Path file) {
        Label label = new Label(file.getFileName().toString());
        label.setPrefSize(200, 80);
        label.setOnDragDetected(event -> {
            Dragboard board = label.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            board.setContent(content);
            event.consume();
        });
        Stage stage = new Stage();
        stage.setScene(new Scene(label));
        stage.setX(1320);
        stage.setY(40);
        stage.show();
        return stage;
    }
}
