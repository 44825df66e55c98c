package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log is opened, a place outside is chosen, and what led to it is seen, searched, opened and read in its own words.
@Tag("window")
class RuntimeWindowTest {
    private static final String BEFORE = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 clone(child_stack=NULL, flags=SIGCHLD) = 11
            11 1700000001.000002 execve("/tmp/.c/upd", ["/tmp/.c/upd"], 0x7ff /* 4 vars */) = 0
            """;
    private static final String AFTER = """
            11 1700000003.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 EINPROGRESS (Operation now in progress)
            11 1700000003.000002 sendto(5<TCP:[7]>, "x", 1, 0, NULL, 0) = 1
            11 1700000004.000001 connect(6<TCP:[8]>, {sa_family=AF_INET, sin_port=htons(8443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 ECONNREFUSED (Connection refused)
            11 1700000005.000001 +++ exited with 0 +++
            """;

    @TempDir
    Path folder;

    /// Ten files are read, so that some are drawn together.
    private Path log() throws Exception {
        StringBuilder log = new StringBuilder(BEFORE);
        for (int i = 0; i < 10; i++) {
            log.append("11 1700000002.00000")
                    .append(i)
                    .append(" openat(AT_FDCWD</>, \"/srv/data/patients-")
                    .append(i);
            log.append(".csv\", O_RDONLY|O_CLOEXEC) = 3</srv/data/patients-")
                    .append(i)
                    .append(".csv>\n");
        }
        return Files.writeString(folder.resolve("server.strace"), log.append(AFTER));
    }

    @Test
    void whatLedToAPlaceOutsideIsSeenOpenedAndReadInTheLinesOfTheLog() throws Exception {
        Path log = log();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
            window.untilShown("runtime");
            window.chooser.willChoose(log);
            window.press("runtime-open");
            window.until(() -> items(window, "runtime-destinations") == 2);
            List<String> faults = new ArrayList<>(window.faults("runtime-read"));

            window.onWindow(() -> {
                ((ListView<?>) window.node("runtime-destinations"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            window.until(() -> boxes(window).contains("DIVERGES HERE"));
            assertThat(boxes(window)).contains("203.0.113.50:443", "/tmp/.c/upd", "+4 more files");
            faults.addAll(window.faults("runtime-why"));

            window.set("runtime-search", "203.0.113.50");
            window.until(() -> window.text("runtime-found").equals("1 found"));
            open(window, "+4 more files");
            window.until(() -> boxes(window).contains("patients-9.csv"));
            window.press("runtime-fit");
            window.press("theme");
            window.screenshot("runtime-why-dark");
            window.press("theme");

            open(window, "203.0.113.50:443");
            window.until(() -> items(window, "runtime-raw") > 0);
            assertThat(window.text("runtime-detail")).contains("record in server.strace (sha256", "at byte 1437");
            Path svg = folder.resolve("why.svg");
            window.chooser.willChoose(svg);
            window.press("runtime-save");
            window.until(() -> window.find("runtime-told").isPresent()
                    && window.text("runtime-told").startsWith("Written"));
            assertThat(svg).content().contains("DIVERGES HERE", "may have happened all the same");
            Path incident = folder.resolve("incident.pdf");
            window.chooser.willChoose(incident);
            window.press("runtime-incident");
            window.until(() -> Files.exists(incident)
                    && window.find("runtime-told").isPresent()
                    && window.text("runtime-told").endsWith("incident.pdf"));
            assertThat(Files.readString(incident, StandardCharsets.ISO_8859_1)).contains("/ETSI.CAdES.detached");
            window.set("runtime-thing", "nonsense");
            window.press("runtime-ask");
            window.until(() -> window.text("runtime-told").startsWith("Things are named"));
            window.onWindow(() -> window.select(window.tabs("runtime-answers"), 1));
            window.until(() -> rows(window) > 10);
            faults.addAll(window.faults("runtime-table"));
            assertThat(faults).isEmpty();
        }
    }

    /// The words of every box and label, as a screen reader is told them.
    private static String boxes(Driver window) {
        return Stream.of(".picture-box", ".picture-arrow")
                .flatMap(kind -> window.scene().getRoot().lookupAll(kind).stream())
                .map(Node::getAccessibleText)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static void open(Driver window, String words) throws Exception {
        window.onWindow(() -> {
            Node box = window.scene().getRoot().lookupAll(".picture-box").stream()
                    .filter(node -> node.getAccessibleText().contains(words))
                    .findFirst()
                    .orElseThrow();
            box.requestFocus();
            return true;
        });
        window.robot.push(KeyCode.ENTER);
    }

    private static int items(Driver window, String id) {
        return window.find(id)
                .map(node -> ((ListView<?>) node).getItems().size())
                .orElse(0);
    }

    private static int rows(Driver window) {
        return window.scene().getRoot().lookupAll("#runtime-table").stream()
                .map(node -> ((TableView<?>) node).getItems().size())
                .findFirst()
                .orElse(0);
    }
}
