package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.HistoryLine;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// From the first start to a pack, and on after a fall: what an officer does, with an officer's keys and clicks.
@Tag("window")
class OfficerMainPathTest {
    private static final String HALF = "Half a sentence about VLAN";

    @TempDir
    Path folder;

    static Stream<Manner> manners() {
        return Manner.walked(Manner.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anOfficerGoesFromTheFirstStartToAPackAndAFallTakesNothing(Manner manner) throws Exception {
        Path fallen = Files.createDirectories(folder.resolve("fallen"));
        Subject alone;
        try (Day day = Day.begin("officer", manner, folder)) {
            day.found();
            day.station("recovery");
            scope(day);
            day.window.collect();
            answer(day);
            several(day);
            alone = onItsOwnRow(day);
            walk(day);
            objections(day);
            pack(day);
            typed(day);
            copy(folder.resolve("bergbank"), fallen.resolve("bergbank"));
            manner.settle(fallen);
        }
        try (Day day = Day.begin("officer", manner, fallen)) {
            getUp(day);
            inTheLedger(day, alone);
        }
    }

    private static void scope(Day day) throws Exception {
        day.click("recovery-scope");
        day.window.untilShown("walk");
        day.click("walk-profile-eu-bank-own-llm");
        day.station("scope-profile");
        for (int step = 0; step < 30 && day.window.find("walk-record").isEmpty(); step++) {
            day.click("walk-next");
            if (step == 1) {
                day.station("scope-questions");
            }
        }
        day.station("scope-review");
        day.click("walk-record");
        day.window.untilShown("walk-done");
        day.station("scope-recorded");
    }

    /// From here on without the mouse.
    private static void answer(Day day) throws Exception {
        day.control(KeyCode.DIGIT2);
        day.window.untilShown("checklist");
        day.station("checklist");
        day.shift(KeyCode.SLASH);
        day.window.untilShown("keys-overlay");
        day.station("keys");
        day.keys(KeyCode.ESCAPE);
        day.keys(KeyCode.SLASH);
        day.write("NET-3");
        day.keys(KeyCode.ESCAPE, KeyCode.J);
        day.window.until(() -> day.window.text("item-where").startsWith("NET-3"));
        day.keys(KeyCode.DIGIT1, KeyCode.N);
        day.write("All endpoints stand behind the balancer");
        day.keys(KeyCode.ESCAPE, KeyCode.A);
        day.write("Network team");
        day.keys(KeyCode.ESCAPE);
        day.station("answer-typed");
        day.control(KeyCode.ENTER);
        day.window.untilShown("contradiction");
        day.station("contradiction");
        day.window.chooser.willChoose(Files.writeString(day.window.folder.resolve("plan.txt"), "Only the balancer.\n"));
        day.keys(KeyCode.E);
        day.window.untilShown("attach-new-record");
        day.station("evidence-waiting");
        day.click("attach-new-record");
        day.window.until(() -> day.window.find("attach-new-record").isEmpty());
        day.station("evidence-attached");
    }

    private static void several(Day day) throws Exception {
        day.click("checklist-filter");
        day.control(KeyCode.A);
        day.write("acc");
        day.choose("checklist-narrow", "filter-save");
        day.window.untilShown("filter-name");
        day.write("Access");
        day.station("filter-named");
        day.keys(KeyCode.ENTER);
        day.click("checklist-filter-clear");
        day.click("checklist-narrow");
        day.station("filter-menu");
        day.window.robot.clickOn("#filter-apply-0");
        day.window.until(() -> day.window.text("checklist-filter").equals("acc"));
        day.click("checklist-tree");
        day.keys(KeyCode.HOME, KeyCode.DOWN);
        day.shift(KeyCode.DOWN);
        day.shift(KeyCode.DOWN);
        day.window.until(() -> day.window.text("bulk-count").startsWith("3"));
        day.keys(KeyCode.DIGIT2);
        day.type("bulk-note", "Accounts are reviewed by hand");
        day.station("several");
        day.control(KeyCode.ENTER);
        day.window.until(() -> day.window.find("bulk-told").isPresent()
                && day.window.text("bulk-told").startsWith("3"));
        day.station("several-recorded");
        day.click("checklist-tree");
        day.keys(KeyCode.HOME, KeyCode.DOWN);
        day.shift(KeyCode.DOWN);
        day.window.until(() -> day.window.text("bulk-count").startsWith("2"));
        day.keys(KeyCode.DIGIT3);
        day.control(KeyCode.ENTER);
        day.window.until(() -> day.window.find("bulk-undo").isPresent()
                && day.window.text("bulk-told").startsWith("2"));
        day.click("bulk-undo");
        day.window.until(() -> day.window.find("bulk-undo").isEmpty());
        day.station("several-undone");
        day.click("checklist-filter-clear");
    }

    /// @return the requirement, which no control reaches
    private static Subject onItsOwnRow(Day day) throws Exception {
        day.click("by-framework");
        TreeView<?> tree = (TreeView<?>) day.window.node("framework-tree");
        day.window.until(() -> tree.getExpandedItemCount() > 2);
        day.click("framework-tree");
        day.keys(KeyCode.HOME, KeyCode.RIGHT);
        day.window.onWindow(() -> {
            tree.getRoot().getChildren().forEach(framework -> framework.setExpanded(true));
            tree.getRoot().getChildren().stream()
                    .flatMap(framework -> framework.getChildren().stream())
                    .forEach(chapter -> chapter.setExpanded(true));
            return true;
        });
        day.keys(KeyCode.U);
        assertThat(day.window.text("item-where")).contains("Art.");
        day.station("own-row");
        String where = day.window.text("item-where");
        day.keys(KeyCode.DIGIT2, KeyCode.N);
        day.write("The board decides in December");
        day.keys(KeyCode.ESCAPE);
        day.window.until(() -> !day.window.text("saving").isBlank());
        day.station("own-row-typed");
        day.control(KeyCode.ENTER);
        day.window.until(() -> !day.window.text("item-where").equals(where));
        day.station("own-row-next");
        day.click("by-category");
        return Subject.parse(where.substring(0, where.lastIndexOf(" · ")).replace(" · ", ":"));
    }

    private static void walk(Day day) throws Exception {
        day.click("guided-begin");
        day.window.untilShown("guided-where");
        day.station("guided");
        String at = day.window.text("guided-where");
        day.keys(KeyCode.DIGIT1, KeyCode.N);
        day.write("VLAN 40");
        day.keys(KeyCode.ESCAPE, KeyCode.ENTER);
        day.window.until(() -> !day.window.text("guided-where").equals(at));
        day.keys(KeyCode.S, KeyCode.ESCAPE);
        day.window.untilShown("checklist-tree");
        day.control(KeyCode.K);
        day.window.untilShown("palette-field");
        day.write("balancer");
        day.station("palette");
        day.keys(KeyCode.ESCAPE);
    }

    private static void objections(Day day) throws Exception {
        day.control(KeyCode.O);
        day.window.untilShown("objection-1");
        day.station("objections");
        day.click("objection-1");
        day.window.untilShown("item-where");
        day.station("objection-mended-here");
    }

    private static void pack(Day day) throws Exception {
        day.control(KeyCode.DIGIT5);
        day.window.chooser.willChoose(day.window.folder.resolve("pack.zip"));
        day.click("pack-framework");
        day.station("pack-frameworks");
        day.keys(KeyCode.END, KeyCode.ENTER);
        day.click("pack-choose");
        day.click("pack-make");
        day.station("pack-under-way");
        day.window.untilShown("pack-made");
        day.station("pack-made");
    }

    /// Types, and records nothing.
    private static void typed(Day day) throws Exception {
        day.control(KeyCode.DIGIT2);
        day.keys(KeyCode.SLASH);
        day.control(KeyCode.A);
        day.write("NET-5");
        day.keys(KeyCode.ESCAPE, KeyCode.J, KeyCode.N);
        day.window.until(() -> day.window.text("item-where").startsWith("NET-5"));
        day.write(HALF);
        day.station("half-typed");
        Path drafts = day.window.folder.resolve("bergbank").resolve("drafts");
        day.window.until(() -> {
            List<Path> kept = files(drafts);
            return kept.size() == 1 && Files.size(kept.getFirst()) > HALF.length();
        });
        assertThat(Files.readAllBytes(files(drafts).getFirst())).asString().doesNotContain("VLAN");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// What is on the disk while the window is open: what a killed process leaves.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static void getUp(Day day) throws Exception {
        day.window.clock.pass(Duration.ofHours(14));
        day.window.chooser.willChoose(day.window.folder.resolve("bergbank"));
        day.click("open-folder");
        day.unlock();
        day.control(KeyCode.DIGIT2);
        day.window.untilShown("drafts-waiting");
        day.station("after-the-fall");
        assertThat(day.window.text("drafts-waiting")).contains("NET-5");
        day.click("drafts-waiting");
        day.window.until(() -> day.window.text("item-where").startsWith("NET-5"));
        assertThat(day.window.text("note")).isEqualTo(HALF);
        day.keys(KeyCode.N);
        day.write(" 40");
        day.keys(KeyCode.ESCAPE, KeyCode.DIGIT1);
        day.control(KeyCode.ENTER);
        day.window.until(() -> day.window.find("drafts-waiting").isEmpty());
        day.station("recorded-at-last");
        day.window.leave();
    }

    private static void inTheLedger(Day day, Subject alone) throws Exception {
        day.recorded(bank -> {
            assertThat(newest(bank.history(new ControlId("NET-3"))))
                    .isEqualTo("MET: All endpoints stand behind the balancer");
            assertThat(newest(bank.history(new ControlId("NET-5")))).isEqualTo("MET: " + HALF + " 40");
            assertThat(newest(bank.history(alone))).isEqualTo("PARTLY_MET: The board decides in December");
            assertThat(bank.history(new ControlId("ACC-1")).stream().map(HistoryLine::status))
                    .containsExactly(
                            Optional.of(AnswerStatus.PARTLY_MET),
                            Optional.of(AnswerStatus.NOT_MET),
                            Optional.of(AnswerStatus.PARTLY_MET));
            assertThat(bank.log().stream().filter(line -> line.kind().equals("PackIssued")))
                    .hasSize(1);
            assertThat(bank.log().stream().filter(line -> line.kind().startsWith("Scope")))
                    .hasSizeGreaterThan(40);
            assertThat(bank.drafts().read()).isEmpty();
            return true;
        });
    }

    private static String newest(List<HistoryLine> history) {
        HistoryLine answer = history.reversed().stream()
                .filter(line -> line.status().isPresent())
                .findFirst()
                .orElseThrow();
        return answer.status().orElseThrow() + ": " + answer.note().orElse("");
    }
}
