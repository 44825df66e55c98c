package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.LogLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evidence of the machine, what it says of each host, and why a process reached a place outside: an engineer's day.
@Tag("window")
class EngineerMainPathTest {
    private static final String LOG = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 clone(child_stack=NULL, flags=SIGCHLD) = 11
            11 1700000001.000002 execve("/tmp/.c/upd", ["/tmp/.c/upd"], 0x7ff /* 4 vars */) = 0
            11 1700000002.000001 openat(AT_FDCWD</>, "/srv/data/patients.csv", O_RDONLY|O_CLOEXEC) = 3</srv/data/patients.csv>
            11 1700000003.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = 0
            11 1700000005.000001 +++ exited with 0 +++
            """;
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    static Stream<Manner> manners() {
        return Manner.walked(Manner.DARK_GERMAN);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anEngineerCollectsComparesHostsAndReadsWhyAProcessWentOutside(Manner manner) throws Exception {
        try (Day day = Day.begin("engineer", manner, folder)) {
            day.window.found();
            day.click("recovery-kept");
            day.window.untilShown("posture");
            collect(day);
            evidence(day);
            hosts(day);
            runtime(day);
            day.window.leave();
            day.recorded(bank -> {
                List<String> kinds = bank.log().stream().map(LogLine::kind).toList();
                assertThat(kinds.stream().filter("EvidenceRecorded"::equals)).hasSizeGreaterThanOrEqualTo(6);
                assertThat(kinds.stream().filter("CollectionCompleted"::equals)).hasSize(2);
                return true;
            });
        }
    }

    private static void collect(Day day) throws Exception {
        day.control(KeyCode.DIGIT4);
        day.station("collect");
        for (int run = 0; run < 2; run++) {
            day.window.until(() -> !day.window.node("collect-start").isDisabled());
            day.click("collect-start");
            day.window.until(() -> day.window.find("collect-summary").isPresent()
                    && !day.window.node("collect-start").isDisabled());
        }
        day.station("collected");
    }

    private static void evidence(Day day) throws Exception {
        day.control(KeyCode.DIGIT3);
        day.window.until(() -> day.rows("evidence-table") == 6);
        day.click("evidence-table");
        day.keys(KeyCode.HOME, KeyCode.DOWN);
        day.window.untilShown("evidence-title");
        day.station("evidence");
    }

    private static void hosts(Day day) throws Exception {
        day.control(KeyCode.DIGIT0);
        day.window.until(() -> day.rows("fleet-table") == 2);
        day.type("fleet-name", "web07");
        day.click("fleet-expect");
        day.window.untilShown("fleet-told");
        day.station("hosts");
        day.click("fleet-by-control");
        day.window.until(() -> day.rows("fleet-table") == 65);
        day.window.onWindow(() -> {
            ((TableView<?>) day.window.node("fleet-table")).getSelectionModel().select(2);
            return true;
        });
        day.window.until(() -> day.window.text("fleet-check").startsWith("NET-3"));
        day.station("hosts-by-control");
        day.click("fleet-open-control");
        day.window.until(() -> day.window.text("item-where").startsWith("NET-3"));
        day.station("hosts-control");
    }

    private static void runtime(Day day) throws Exception {
        day.control(KeyCode.R);
        day.window.untilShown("runtime");
        day.station("runtime-empty");
        day.window.chooser.willChoose(Files.writeString(day.window.folder.resolve("server.strace"), LOG));
        day.click("runtime-open");
        day.window.until(() -> day.window
                .find("runtime-destinations")
                .map(node -> ((ListView<?>) node).getItems().size() == 1)
                .orElse(false));
        day.station("runtime-timeline");
        day.click("runtime-destinations");
        day.keys(KeyCode.HOME, KeyCode.SPACE);
        day.window.until(() -> box(day, "203.0.113.50:443"));
        day.station("runtime-why");
        day.window.onWindow(() -> day.window.select(day.window.tabs("runtime-answers"), 1));
        day.station("runtime-table");
        day.window.onWindow(() -> day.window.select(day.window.tabs("runtime-answers"), 2));
        day.station("runtime-deviations");
    }

    private static boolean box(Day day, String words) {
        return day.window.scene().getRoot().lookupAll(".picture-box").stream()
                .map(Node::getAccessibleText)
                .anyMatch(text -> String.valueOf(text).contains(words));
    }
}
