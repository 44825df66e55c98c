package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.PackRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.AuditMark;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A pack goes to an auditor who has nothing but the window, comes back as one signed file, and is answered: no step of
/// it on a command line.
@Tag("window")
class AuditorMainPathTest {
    private static final String AUDITORS = "another one altogether";

    @TempDir
    Path folder;

    static Stream<Manner> manners() {
        return Manner.walked(Manner.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anAuditorLooksMarksAndSignsInTheWindowAndTheOfficerTakesItInAndAnswers(Manner manner) throws Exception {
        Path pack = folder.resolve("pack.zip");
        try (Day day = Day.begin("auditor", manner, folder)) {
            day.window.found();
            day.click("recovery-kept");
            day.window.untilShown("posture");
            day.window.leave();
            issue(day, pack);
            day.station("start");
            refuseAForgery(day, pack);
            look(day, pack);
            mark(day);
            sign(day);
            String fingerprint = day.window.text("auditor-signed-key");
            day.click("auditor-leave");
            takeIn(day, fingerprint);
            answer(day);
            prove(day);
            day.window.leave();
            askTheLedger(day);
        }
    }

    private void issue(Day day, Path pack) throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.txt"), "table inet filter { policy drop; }\n");
        day.recorded(bank -> {
            bank.answer(AnswerRequest.of(new ControlId("NET-3"), AnswerStatus.MET)
                    .withNote("Only the balancer reaches the model."));
            bank.answer(
                    AnswerRequest.of(new ControlId("NET-4"), AnswerStatus.MET).withNote("Rules are in place."));
            bank.attach(rules, new ControlId("NET-4"), "Rules of the gateway");
            return bank.pack(new PackRequest(new FrameworkId("iso27001"), "full", pack, Set.of()), _ -> {});
        });
    }

    /// One byte of the report is another: nothing of it is shown.
    private void refuseAForgery(Day day, Path pack) throws Exception {
        Path forged = Files.copy(pack, folder.resolve("forged.zip"), StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(forged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(forged, bytes);
        day.window.chooser.willChoose(forged);
        day.click("start-audit");
        day.window.untilShown("auditor-verdict-line-0");
        assertThat(day.window.onWindow(() ->
                        ((TabPane) day.window.node("auditor-tabs")).getTabs().size()))
                .isEqualTo(1);
        day.station("forged");
        day.click("auditor-leave");
        day.window.untilShown("start-audit");
    }

    private static void look(Day day, Path pack) throws Exception {
        day.window.chooser.willChoose(pack);
        day.click("start-audit");
        day.window.untilShown("auditor-root");
        String fingerprint = day.window.text("auditor-root");
        day.type("auditor-root-told", fingerprint.substring(0, 17));
        day.window.untilShown("auditor-root-compared");
        assertThat(day.window.text("auditor-root-compared")).contains("16", "64");
        day.write(fingerprint.substring(17));
        assertThat(day.window.text("auditor-root-compared")).isNotEmpty().doesNotContain("64");
        day.station("verdict");
        day.click("auditor-document-0");
        day.window.untilShown("preview-image");
        day.bring("preview-image");
        day.station("report");
    }

    /// Without the mouse: one is accepted, one objected to, and of one more is asked.
    private static void mark(Day day) throws Exception {
        day.control(KeyCode.DIGIT2);
        day.window.until(() -> day.rows("auditor-table") >= 3);
        assertThat(day.window.text("auditor-item")).startsWith("NET-3 · ");
        day.keys(KeyCode.DIGIT1);
        day.control(KeyCode.ENTER);
        day.window.until(() -> day.window.text("auditor-item").startsWith("NET-4 · "));
        day.keys(KeyCode.DIGIT2);
        day.control(KeyCode.ENTER);
        day.window.untilShown("auditor-mark-problem");
        day.keys(KeyCode.N);
        day.write("The file says nothing about when it was taken.");
        day.window.onWindow(() -> {
            ((DatePicker) day.window.node("auditor-due"))
                    .setValue(LocalDate.ofInstant(day.window.clock.instant(), ZoneOffset.UTC)
                            .plusDays(14));
            return true;
        });
        day.station("objection");
        day.control(KeyCode.ENTER);
        day.window.until(() -> !day.window.text("auditor-item").startsWith("NET-4 · "));
        day.click("auditor-file-0");
        day.window.untilShown("preview-text");
        day.station("evidence");
        day.window.onWindow(() -> {
            day.window.node("auditor-table").requestFocus();
            return true;
        });
        day.keys(KeyCode.DIGIT3, KeyCode.N);
        day.write("On which host was it taken?");
        day.control(KeyCode.ENTER);
        day.window.until(() -> day.window.text("auditor-kept").contains("pack.marks.json"));
    }

    private void sign(Day day) throws Exception {
        day.control(KeyCode.DIGIT3);
        day.type("auditor-keys", folder.resolve("auditor").toString());
        day.window.untilShown("auditor-key-make");
        day.type("auditor-name", "Nadja Weiss");
        day.type("auditor-passphrase", AUDITORS);
        day.type("auditor-passphrase-again", AUDITORS);
        day.station("key");
        day.click("auditor-key-make");
        day.window.untilShown("auditor-sign");
        Path review = folder.resolve("review.json");
        day.window.chooser.willChoose(review);
        day.keys(KeyCode.ENTER);
        day.window.untilShown("auditor-signed");
        day.bring("auditor-signed-digest");
        day.station("signed");
        ReviewFile file = ReviewFile.parse("review.json", Bytes.copyOf(Files.readAllBytes(review)));
        assertThat(file.auditor()).isEqualTo("Nadja Weiss");
        assertThat(List.of(
                        file.count(AuditMark.ACCEPTED),
                        file.count(AuditMark.OBJECTION),
                        file.count(AuditMark.MORE_NEEDED)))
                .isEqualTo(List.of(1, 1, 1));
    }

    private void takeIn(Day day, String fingerprint) throws Exception {
        day.click("recent-0");
        day.unlock();
        day.click("page-audit");
        day.window.chooser.willChoose(folder.resolve("review.json"));
        day.click("audit-receive");
        day.window.untilShown("audit-marks");
        day.type("audit-key-told", fingerprint.substring(0, 17));
        day.station("received");
        day.click("audit-record");
        day.window.until(() -> day.rows("audit-table") == 2);
    }

    private static void answer(Day day) throws Exception {
        day.window.onWindow(() -> {
            TableView<?> table = (TableView<?>) day.window.node("audit-table");
            for (int i = 0; i < table.getItems().size(); i++) {
                if ("NET-4".equals(table.getColumns().getFirst().getCellData(i))) {
                    table.getSelectionModel().select(i);
                }
            }
            return true;
        });
        day.click("audit-open");
        day.window.until(() -> day.window.text("item-where").startsWith("NET-4"));
        day.keys(KeyCode.N);
        day.control(KeyCode.A);
        day.write("Taken on host gw1 on 20 November, by the list attached.");
        day.control(KeyCode.ENTER);
        day.window.until(() -> !day.window.text("item-where").startsWith("NET-4"));
        day.click("page-audit");
        day.click(take(day));
        day.type("audit-note", "The note names day and host.");
        day.click("audit-answer");
        day.window.untilShown("audit-answer-told");
        day.station("answered");
    }

    private static String take(Day day) throws Exception {
        day.window.until(
                () -> day.window.scene().getRoot().lookupAll(".link").stream().anyMatch(AuditorMainPathTest::takes));
        return day.window.onWindow(() -> day.window.scene().getRoot().lookupAll(".link").stream()
                .filter(AuditorMainPathTest::takes)
                .map(Node::getId)
                .findFirst()
                .orElseThrow());
    }

    private static boolean takes(Node node) {
        return String.valueOf(node.getId()).startsWith("audit-take-");
    }

    private static void prove(Day day) throws Exception {
        day.control(KeyCode.DIGIT6);
        day.window.until(() -> day.rows("ledger-table") > 3);
        day.window.onWindow(() -> {
            TableView<?> table = (TableView<?>) day.window.node("ledger-table");
            table.requestFocus();
            table.getSelectionModel().select(0);
            return true;
        });
        assertThat(day.window.text("ledger-chosen"))
                .as("the line that the column cuts is read whole beside it")
                .matches("(Entry|Eintrag) \\d+, [^:]+: .+");
        Path proof = day.window.folder.resolve("entry.tlog-proof");
        day.window.chooser.willChoose(proof);
        day.click("ledger-proof");
        day.window.until(() -> Files.exists(proof));
        assertThat(proof).content().startsWith("c2sp.org/tlog-proof@v1");
        day.click("ledger-verify");
        day.window.untilShown("ledger-verdict");
        day.station("ledger-verified");
    }

    private static void askTheLedger(Day day) throws Exception {
        List<String> kinds =
                day.recorded(bank -> bank.log().stream().map(LogLine::kind).toList());
        assertThat(kinds.stream().filter("AuditReviewReceived"::equals)).hasSize(1);
        assertThat(kinds.stream().filter("AuditorRemarked"::equals)).hasSize(2);
        List<FollowUp> asked = day.recorded(bank -> bank.followUps().all());
        assertThat(asked.stream().filter(line -> line.state() instanceof FollowUp.Answered))
                .singleElement()
                .satisfies(line -> assertThat(line.item().text()).isEqualTo("NET-4"));
    }
}
