package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.RiskRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.WorkState;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anna hands her answers in, Ben reviews them, and Anna signs what he accepted: by keyboard, in one window.
@Tag("window")
class ReviewWindowTest {
    private static final String BENS = "nine larches above the hut";
    private static final List<String> SHOWN = List.of("NET-4", "NET-1", "ACC-1");

    @TempDir
    Path folder;

    @Test
    void answersAreHandedInReviewedSeveralAtOnceAndSignedByTwoPeople() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.neverLock();
            window.leave();
            answered(window);
            window.press("recent-0");
            as(window, Driver.PASSPHRASE);
            queue(window);
            window.until(() -> table(window).getItems().size() == 4);
            mark(window);
            window.until(() -> window.text("queue-submit").equals("Submit (3)"));
            assertThat(window.text("queue-barred")).startsWith("NET-5: It has no note");
            List<String> faults = new ArrayList<>(window.faults("queue-drafts"));
            window.robot.push(KeyCode.S);
            window.until(() -> told(window).equals("3 answers were submitted for review."));
            window.until(() -> {
                table(window).getSelectionModel().selectAll();
                return window.text("queue-barred").contains("your own work, which another person reviews");
            });
            assertThat(window.node("queue-accept").isDisabled()).isTrue();

            window.lock();
            as(window, BENS);
            queue(window);
            window.until(() -> table(window).getItems().size() == 3);
            mark(window);
            window.until(() -> window.text("queue-accept").equals("Accept (3)"));
            window.robot.push(KeyCode.A);
            window.until(() -> window.find("queue-problem").isPresent());
            assertThat(window.text("queue-problem")).startsWith("Say why first");
            markOne(window, "ACC-1");
            window.robot.push(KeyCode.N);
            window.robot.write("Which accounts");
            markOne(window, "ACC-1");
            window.robot.push(KeyCode.B);
            window.until(() -> told(window).equals("1 answer was sent back to the author."));
            window.until(() -> table(window).getItems().size() == 2);
            window.set("queue-why", "Seen on the host");
            mark(window);
            window.until(() -> window.text("queue-accept").equals("Accept (2)"));
            faults.addAll(window.faults("queue-review"));
            window.press("theme");
            window.screenshot("queue-review-dark");
            window.robot.push(KeyCode.A);
            window.until(() -> told(window).startsWith("2 answers are proposed"));

            window.lock();
            as(window, Driver.PASSPHRASE);
            queue(window);
            window.until(() -> table(window).getItems().size() == 4);
            markOne(window, "ACC-1");
            window.until(() -> window.find("queue-asked").isPresent());
            assertThat(window.text("queue-asked")).isEqualTo("Changes were asked for: Which accounts");
            mark(window);
            window.robot.push(KeyCode.G);
            window.until(() -> told(window).equals("2 decisions are signed by two people and recorded."));
            window.leave();
            rejected(window, faults);
            assertThat(states(window))
                    .containsExactly(WorkState.ACCEPTED, WorkState.ACCEPTED, WorkState.CHANGES_REQUESTED);
            assertThat(faults).isEmpty();
        }
    }

    /// What its author may not refuse, the other one refuses: with a reason, which is then an entry.
    private void rejected(Driver window, List<String> faults) throws Exception {
        try (Workspace bank = open(window)) {
            bank.risks()
                    .accept(new RiskRequest(
                            List.of(new ControlId("NET-5")),
                            "Replaced in April",
                            "Network team",
                            bank.followUps().today().plusDays(30)));
        }
        window.press("recent-0");
        as(window, BENS);
        queue(window);
        window.until(() -> table(window).getItems().size() == 1);
        mark(window);
        window.until(() -> window.text("queue-reject").equals("Reject (1)"));
        window.robot.push(KeyCode.R);
        window.until(() -> window.find("queue-problem").isPresent());
        window.set("queue-why", "April is too late for this host");
        faults.addAll(window.faults("queue-reject"));
        mark(window);
        window.robot.push(KeyCode.R);
        window.until(() -> told(window).startsWith("1 proposal was rejected"));
        window.until(() -> table(window).getItems().isEmpty());
        window.leave();
        try (Workspace bank = open(window)) {
            assertThat(bank.log().stream().map(LogLine::kind)).contains("ProposalRejected");
            assertThat(bank.proposals().all()).isEmpty();
        }
    }

    private static String told(Driver window) {
        return window.find("queue-told").isPresent() ? window.text("queue-told") : "";
    }

    private static void as(Driver window, String passphrase) throws Exception {
        window.untilShown("unlock-passphrase");
        window.set("unlock-passphrase", passphrase);
        window.press("unlock");
        window.untilShown("frame");
    }

    private static void queue(Driver window) throws Exception {
        window.robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        window.untilShown("queue-table");
    }

    private static TableView<?> table(Driver window) {
        return (TableView<?>) window.node("queue-table");
    }

    private static void mark(Driver window) throws Exception {
        window.onWindow(() -> {
            table(window).requestFocus();
            table(window).getSelectionModel().selectAll();
            return true;
        });
    }

    private static void markOne(Driver window, String id) throws Exception {
        window.onWindow(() -> {
            TableView<?> table = table(window);
            table.requestFocus();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (id.equals(table.getColumns().getFirst().getCellData(i))) {
                    table.getSelectionModel().clearAndSelect(i);
                }
            }
            return true;
        });
    }

    /// Three that are ready, and one that says nothing.
    private void answered(Driver window) throws Exception {
        Path shown = Files.writeString(folder.resolve("shown.txt"), "drop");
        try (Workspace bank = open(window);
                Passphrase his = Passphrase.of(BENS.toCharArray());
                AddedPerson ben = bank.keyring()
                        .addPerson(
                                new NewPerson(
                                        "Ben Okafor", Optional.empty(), PersonSecrets.of(his), DocumentKeyType.P_256),
                                new SecureRandom(),
                                window.clock)) {
            bank.identities().enrol(ben, Role.REVIEWER);
            for (String id : SHOWN) {
                ControlId control = new ControlId(id);
                bank.attach(shown, control, "What was seen");
                bank.answer(AnswerRequest.of(control, AnswerStatus.MET).withNote("Seen on every host in October"));
            }
            bank.answer(AnswerRequest.of(new ControlId("NET-5"), AnswerStatus.MET));
        }
    }

    private List<WorkState> states(Driver window) throws Exception {
        try (Workspace bank = open(window)) {
            var posture = bank.postureNow();
            return SHOWN.stream()
                    .map(id -> posture.control(new ControlId(id)).orElseThrow().workState())
                    .toList();
        }
    }

    private Workspace open(Driver window) throws Exception {
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray())) {
            return Workspace.open(folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()));
        }
    }
}
