package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record is held against the baseline that two people approved; one deviation is looked at, told of and accepted.
@Tag("window")
class DeviationsWindowTest {
    private static final String BENS = "a passphrase that Ben remembers";
    private static final String POLICY = """
            format: cairn-runtime-policy-1
            system: bot
            processes: {all: true}
            programs: [/usr/bin/]
            children: {/usr/bin/python3: [/usr/bin/python3]}
            data: {read: [/srv/data/], write: []}
            destinations: [{address: 203.0.113.0/24}]
            """;

    @TempDir
    Path folder;

    @Test
    void aDeviationIsListedFilteredDrawnToldOfAndAccepted() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.leave();
            Path log = recorded(window);
            window.press("recent-0");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
            window.robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
            window.untilShown("runtime");
            window.set("runtime-host", "gpu-1");
            window.chooser.willChoose(log);
            window.press("runtime-open");
            window.until(() -> window.find("runtime-answers").isPresent());
            window.onWindow(() -> window.select(window.tabs("runtime-answers"), 2));
            window.until(() -> !systems(window).getItems().isEmpty());
            window.onWindow(() -> {
                systems(window).setValue("bot");
                return true;
            });
            window.until(() -> table(window).getItems().size() == 2);
            assertThat(window.text("runtime-deviations-said")).contains("2 deviations from the baseline of bot");
            window.set("runtime-deviations-filter", "198.51.100.7");
            window.until(() -> table(window).getItems().size() == 1);

            choose(window);
            window.until(() -> window.text("runtime-detail").contains("reached 198.51.100.7:443"));
            List<String> faults = new ArrayList<>(window.faults("runtime-deviations"));
            window.press("theme");
            window.screenshot("runtime-deviations-dark");
            window.press("theme");
            Path incident = folder.resolve("incident.pdf");
            window.chooser.willChoose(incident);
            window.press("runtime-incident");
            window.until(() -> Files.exists(incident)
                    && window.find("runtime-told").isPresent()
                    && window.text("runtime-told").endsWith("incident.pdf"));

            window.press("runtime-accept");
            window.set("runtime-accept-reason", "A mirror of ours");
            window.onWindow(() -> {
                ((DatePicker) window.node("runtime-accept-until")).setValue(until(window));
                return true;
            });
            faults.addAll(window.faults("runtime-accept"));
            window.press("runtime-accept-propose");
            window.until(() -> window.text("runtime-deviations-said").startsWith("Proposed ("));
            assertThat(window.text("runtime-deviations-said")).endsWith("approves it: Ben Okafor");

            window.onWindow(() -> {
                table(window).requestFocus();
                return true;
            });
            window.robot.push(KeyCode.ENTER);
            window.until(
                    () -> window.tabs("runtime-answers").getSelectionModel().getSelectedIndex() == 0);
            window.until(() -> window.scene().getRoot().lookupAll(".picture-arrow").stream()
                    .anyMatch(node -> String.valueOf(node.getAccessibleText()).contains("DIVERGES HERE")));
            window.leave();
            approved(window);
            assertThat(faults).isEmpty();
        }
    }

    private static LocalDate until(Driver window) {
        return LocalDate.ofInstant(window.clock.instant(), ZoneOffset.UTC).plusDays(30);
    }

    private static void choose(Driver window) throws Exception {
        window.onWindow(() -> {
            table(window).getSelectionModel().select(0);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> systems(Driver window) {
        return (ComboBox<String>) window.node("runtime-system");
    }

    private static TableView<?> table(Driver window) {
        return (TableView<?>) window.node("runtime-deviations");
    }

    private Workspace open(WorkspaceEnvironment environment, String words) throws Exception {
        try (Passphrase passphrase = Passphrase.of(words.toCharArray())) {
            return Workspace.open(folder.resolve("bergbank"), passphrase, Access.WRITE, environment);
        }
    }

    /// A baseline that both approved, and a check of a record that departs from it.
    private Path recorded(Driver window) throws Exception {
        WorkspaceEnvironment environment = window.environment(List.of());
        Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        long begin = window.clock.instant().getEpochSecond() - 3_600;
        Path log = Files.writeString(folder.resolve("server.strace"), log(begin));
        String proposed;
        try (Workspace bank = open(environment, Driver.PASSPHRASE);
                Passphrase his = Passphrase.of(BENS.toCharArray());
                AddedPerson ben = bank.keyring()
                        .addPerson(
                                new NewPerson(
                                        "Ben Okafor", Optional.empty(), PersonSecrets.of(his), DocumentKeyType.P_256),
                                new SecureRandom(),
                                window.clock)) {
            bank.identities().enrol(ben, Role.REVIEWER);
            proposed = bank.baselines().propose("bot", policy).id();
        }
        try (Workspace bank = open(environment, BENS)) {
            bank.proposals().approve(bank.proposals().find(proposed));
        }
        RuntimeRecord record = RuntimeRecord.read(
                List.of(new LogFile(log, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
        Window span = new Window(
                Optional.of(Instant.ofEpochSecond(begin + 1)), Optional.of(Instant.ofEpochSecond(begin + 30)));
        try (Workspace bank = open(environment, Driver.PASSPHRASE)) {
            bank.runtimeChecking().check(record, span, "bot", Optional.empty(), Map.of());
        }
        return log;
    }

    private static String log(long begin) {
        String connect = ".000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"";
        return "10 " + begin + ".000001 execve(\"/usr/bin/python3\", [\"python3\"], 0x7ff /* 4 vars */) = 0\n10 "
                + (begin + 10) + ".000001 openat(AT_FDCWD</>, \"/srv/secret\", O_RDONLY) = 3</srv/secret>\n10 "
                + (begin + 20) + connect + "198.51.100.7\")}, 16) = 0\n10 "
                + (begin + 30) + ".000001 exit_group(0) = ?\n";
    }

    private void approved(Driver window) throws Exception {
        WorkspaceEnvironment environment = window.environment(List.of());
        try (Workspace bank = open(environment, BENS)) {
            Proposal waiting = bank.proposals().all().getFirst();
            assertThat(waiting.text()).contains("/usr/bin/python3 reached 198.51.100.7:443\nA mirror of ours");
            bank.proposals().approve(waiting);
            assertThat(bank.deviationAcceptances().all().getFirst().until()).isEqualTo(until(window));
        }
    }
}
