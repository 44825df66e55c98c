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
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.PackReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.ReceivedReview;
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

/// What an auditor asked for stands above what one would say, and leads to the row.
@Tag("window")
class AuditWindowTest {
    private static final ControlId ANSWERED = new ControlId("NET-3");
    private static final ControlId OPEN = new ControlId("NET-4");
    private static final ControlId LATE = new ControlId("ACC-1");

    @TempDir
    Path folder;

    @Test
    void whatTheAuditorAskedForStandsAboveTheObjectionsAndLeadsToItsRow() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.found();
            window.press("recovery-kept");
            window.untilShown("posture");
            window.leave();
            List<Long> remarks = reviewed(window);
            window.press("recent-0");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("posture");
            window.press("page-objections");
            window.untilShown("asked-" + remarks.get(1));
            assertThat(window.node("asked-" + remarks.get(1)).getAccessibleText())
                    .startsWith("NET-4: Objection, due ")
                    .contains("; open; Nadja Weiss");
            List<String> faults = new ArrayList<>(window.faults("objections-auditor"));
            window.press("theme");
            window.screenshot("objections-auditor-dark");
            window.press("objections-auditor");
            window.until(() -> window.find("asked-" + remarks.get(1)).isEmpty());
            window.press("objections-auditor");
            window.untilShown("asked-" + remarks.get(1));
            window.press("asked-" + remarks.get(1));
            window.until(() -> window.text("item-where").startsWith("NET-4"));
            assertThat(faults).isEmpty();
        }
    }

    /// @return the entries of the remarks: on an answered one, an open one, and one whose day has passed
    private List<Long> reviewed(Driver window) throws Exception {
        WorkspaceEnvironment environment = window.environment(List.of());
        Path pack = folder.resolve("pack.zip");
        Path file = folder.resolve("review.json");
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
                    file,
                    ReviewFile.sign(draft, auditor, environment.clock().instant())
                            .encode()
                            .toByteArray());
            ReceivedReview received = bank.auditReviews().check(file);
            List<Long> remarks = bank.auditReviews()
                    .take(received, Optional.of(auditor.signer().keyId()))
                    .remarks();
            window.clock.pass(Duration.ofDays(2));
            long mended =
                    bank.answer(AnswerRequest.of(ANSWERED, AnswerStatus.MET).withNote("The list is attached."));
            bank.followUps().answer(remarks.get(0), mended, "The list is attached.");
            return remarks;
        }
    }

    private static MarkedItem asked(ControlId control, AuditMark mark, String remark, LocalDate due) {
        return new MarkedItem(new AuditItem.Row(control), mark, Optional.of(remark), Optional.of(due));
    }
}
