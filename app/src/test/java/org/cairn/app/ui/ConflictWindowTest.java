package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.Conflict;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.ledger.key.Passphrase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two laptops answered without knowledge of each other; a person decides in the window which answer counts.
@Tag("window")
class ConflictWindowTest {
    private static final ControlId CONTROL = new ControlId("NET-3");

    @TempDir
    Path folder;

    @Test
    void aPersonDecidesBetweenTwoAnswersAndHasToSayWhy() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.found();
            window.press("recovery-kept");
            window.untilShown("posture");
            window.leave();
            long theirs = disagree(window);
            window.press("recent-0");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
            window.press("page-checklist");
            window.untilShown("checklist");
            window.click("checklist-tree");
            window.robot.push(KeyCode.SLASH);
            window.robot.write("NET-3");
            window.robot.push(KeyCode.ESCAPE);
            window.robot.push(KeyCode.J);
            window.until(() -> window.text("item-where").startsWith("NET-3"));

            String choose = "conflict-choose-" + theirs;
            window.untilShown(choose);
            assertThat(window.text(choose)).contains(" from cairn/");
            window.press(choose);
            window.untilShown("answer-problem");
            assertThat(window.text("answer-problem")).contains("reason");
            List<String> faults = window.faults("conflict");
            window.set("conflict-reason", "The branch looked at the firewall itself");
            window.press(choose);
            window.until(() -> window.find("conflict-choices").isEmpty());
            window.screenshot("conflict-decided-light");
            assertThat(faults).isEmpty();
            window.leave();
            try (Workspace bank = open(window.environment(List.of()))) {
                assertThat(bank.exchange().conflicts()).isEmpty();
                assertThat(bank.postureNow().control(CONTROL).orElseThrow().status())
                        .contains(AnswerStatus.NOT_MET);
            }
        }
    }

    /// @return the entry here that holds the other laptop's answer
    private long disagree(Driver window) throws Exception {
        WorkspaceEnvironment environment = window.environment(List.of());
        window.clock.pass(Duration.ofMinutes(1));
        Path stick = Files.createDirectories(folder.resolve("stick"));
        try (Passphrase passphrase = passphrase();
                Workspace branch = Workspace.found(
                        folder.resolve("branch"), Founding.of("Bergbank AG", "Ben Okafor"), passphrase, environment);
                Workspace bank = open(environment)) {
            bank.exchange().pair(branch.exchange().writeCard(stick.resolve("branch.card")));
            branch.exchange().pair(bank.exchange().writeCard(stick.resolve("bank.card")));
            bank.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET).withNote("two firewalls"));
            branch.answer(AnswerRequest.of(CONTROL, AnswerStatus.NOT_MET).withNote("one is switched off"));
            Path bundle = stick.resolve("branch.bundle");
            branch.exchange().export(Optional.of(bank.describe().origin()), OptionalLong.of(0), bundle);
            bank.exchange().take(bundle, _ -> {});
            return bank.exchange().conflicts().getFirst().sides().stream()
                    .filter(side -> side.answer().event().status() == AnswerStatus.NOT_MET)
                    .map(Conflict.Side::answer)
                    .findFirst()
                    .orElseThrow()
                    .entry();
        }
    }

    private Workspace open(WorkspaceEnvironment environment) throws Exception {
        try (Passphrase passphrase = passphrase()) {
            return Workspace.open(folder.resolve("bergbank"), passphrase, Access.WRITE, environment);
        }
    }

    private static Passphrase passphrase() {
        return Passphrase.of(Driver.PASSPHRASE.toCharArray());
    }
}
