package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.PackReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.Passphrase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A review is taken in by a person who sees every mark of it and compares the key; what it asks for is answered, and
/// stands above the objections.
@Tag("window")
class AuditWindowTest {
    private static final ControlId ANSWERED = new ControlId("NET-3");
    private static final ControlId OPEN = new ControlId("NET-4");
    private static final ControlId LATE = new ControlId("ACC-1");

    @TempDir
    Path folder;

    @Test
    void aReviewIsSeenComparedRecordedAndAnsweredAndStandsAboveTheObjections() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.found();
            window.press("recovery-kept");
            window.untilShown("posture");
            window.leave();
            String fingerprint = reviewed(window);
            window.press("recent-0");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
            window.press("page-audit");
            window.chooser.willChoose(folder.resolve("pack.zip"));
            window.press("audit-receive");
            window.until(() -> window.find("audit-receive-problem").isPresent());
            window.chooser.willChoose(folder.resolve("review.json"));
            window.press("audit-receive");
            window.untilShown("audit-marks");
            assertThat(window.text("audit-head")).startsWith("Nadja Weiss signed on");
            assertThat(window.text("audit-counts")).startsWith("0 accepted, 2 objections, 1 more needed, ");
            assertThat(table(window, "audit-marks").getItems()).hasSize(3);
            window.press("audit-record");
            window.until(() -> window.find("audit-receive-problem").isPresent());
            window.set("audit-key-told", "0000 0000 0000 0000");
            window.press("audit-record");
            window.until(() -> window.text("audit-receive-problem").startsWith("That is not the fingerprint"));
            faults.addAll(window.faults("audit-received"));
            window.set("audit-key-told", fingerprint.substring(0, 8) + " " + fingerprint.substring(8, 16));
            window.press("audit-record");
            window.until(() -> table(window, "audit-table").getItems().size() == 3);
            assertThat(window.text("audit-receive-told")).endsWith("3 remarks are to be followed up.");
            answerTheFirst(window);
            window.press("theme");
            window.screenshot("audit-answered-dark");
            faults.addAll(window.seen("audit-answered").faults());
            objections(window, faults);
        }
        assertThat(faults).isEmpty();
    }

    /// By the answer that was given since the pack.
    private static void answerTheFirst(Driver window) throws Exception {
        window.onWindow(() -> {
            TableView<?> table = table(window, "audit-table");
            for (int i = 0; i < table.getItems().size(); i++) {
                if (ANSWERED.value().equals(table.getColumns().getFirst().getCellData(i))) {
                    table.getSelectionModel().select(i);
                }
            }
            return true;
        });
        window.until(() -> window.scene().getRoot().lookupAll(".link").stream()
                .anyMatch(node -> String.valueOf(node.getId()).startsWith("audit-take-")));
        String take = window.onWindow(() -> window.scene().getRoot().lookupAll(".link").stream()
                .map(node -> String.valueOf(node.getId()))
                .filter(id -> id.startsWith("audit-take-"))
                .findFirst()
                .orElseThrow());
        window.press(take);
        window.set("audit-note", "The list is attached.");
        window.press("audit-answer");
        window.until(() -> window.find("audit-answered").isPresent()
                && window.text("audit-answered").startsWith("Answered by entry"));
    }

    private static void objections(Driver window, List<String> faults) throws Exception {
        window.press("page-objections");
        window.until(() -> remark(window).isPresent());
        String open = window.onWindow(() -> remark(window).orElseThrow());
        assertThat(window.node(open).getAccessibleText())
                .startsWith("NET-4: Objection, due ")
                .contains("; open; Nadja Weiss");
        faults.addAll(window.seen("objections-auditor").faults());
        window.screenshot("objections-auditor-dark");
        window.press("objections-auditor");
        window.until(() -> window.find(open).isEmpty());
        window.press("objections-auditor");
        window.untilShown(open);
        window.press(open);
        window.until(() -> window.text("item-where").startsWith("NET-4"));
    }

    private static Optional<String> remark(Driver window) {
        return window.scene().getRoot().lookupAll(".link").stream()
                .filter(node -> String.valueOf(node.getId()).startsWith("asked-")
                        && String.valueOf(node.getAccessibleText()).startsWith(OPEN.value()))
                .map(Node::getId)
                .findFirst();
    }

    private static TableView<?> table(Driver window, String id) {
        return (TableView<?>) window.node(id);
    }

    /// An auditor marks an answered row, an open one, and one whose day has passed, and signs; then the first is
    /// answered anew.
    /// @return the fingerprint of the auditor's key
    private String reviewed(Driver window) throws Exception {
        WorkspaceEnvironment environment = window.environment(List.of());
        Path pack = folder.resolve("pack.zip");
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray());
                Passphrase auditors = Passphrase.of("another one".toCharArray());
                Workspace bank = Workspace.open(folder.resolve("bergbank"), passphrase, Access.WRITE, environment)) {
            for (ControlId control : List.of(ANSWERED, OPEN, LATE)) {
                bank.answer(AnswerRequest.of(control, AnswerStatus.MET).withNote("Rules are in place."));
            }
            bank.pack(new PackRequest(new FrameworkId("iso27001"), "full", pack, Set.of()), _ -> {});
            LocalDate today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
            ReviewDraft draft = PackReading.draft(pack, Subject::text)
                    .marked(List.of(
                            asked(ANSWERED, AuditMark.MORE_NEEDED, "The list of rules.", today.plusDays(9)),
                            asked(OPEN, AuditMark.OBJECTION, "Which rule, and on which host?", today.plusDays(9)),
                            asked(LATE, AuditMark.OBJECTION, "Roles are named, and nobody holds them.", today)));
            AuditorKeyring.Auditor auditor =
                    AuditorKeyring.create(folder.resolve("auditor"), "Nadja Weiss", auditors, new SecureRandom());
            Files.write(
                    folder.resolve("review.json"),
                    ReviewFile.sign(draft, auditor, environment.clock().instant())
                            .encode()
                            .toByteArray());
            window.clock.pass(Duration.ofDays(2));
            bank.answer(AnswerRequest.of(ANSWERED, AnswerStatus.MET).withNote("The list is attached."));
            return auditor.signer().keyId().hex();
        }
    }

    private static MarkedItem asked(ControlId control, AuditMark mark, String remark, LocalDate due) {
        return new MarkedItem(new AuditItem.Row(control), mark, Optional.of(remark), Optional.of(due));
    }
}
