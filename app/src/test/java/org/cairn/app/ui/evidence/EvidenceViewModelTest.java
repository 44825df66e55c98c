package org.cairn.app.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceViewModelTest {
    @TempDir
    Path folder;

    @Test
    void eachLineSaysWhoReadWhatAndWhatWasRefused() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            EvidenceViewModel model = new EvidenceViewModel(open.desk, OpenDesk.library(), open.visited::add);
            EvidenceViewModel.Line hashes = model.lines().stream()
                    .filter(line -> line.collector().equals("access.password-hashes"))
                    .findFirst()
                    .orElseThrow();
            assertThat(hashes.user()).isEqualTo("anna");
            assertThat(hashes.host()).isEqualTo("llm-host-1");
            assertThat(hashes.source()).isEqualTo("/etc/passwd");
            assertThat(hashes.refusals()).isEqualTo(1);
            assertThat(hashes.population()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void theFilterKeepsWhatItNames() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            EvidenceViewModel model = new EvidenceViewModel(open.desk, OpenDesk.library(), open.visited::add);
            model.typed().set("routes");
            assertThat(model.lines())
                    .extracting(EvidenceViewModel.Line::collector)
                    .containsExactly("network.routes");
        }
    }

    @Test
    void whatAPieceSupportsIsJudgedWhileItIsSeenAndFollowsWhatIsAnswered() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            ControlId control = new ControlId("NET-1");
            Path file = Files.writeString(folder.resolve("drill.txt"), "restored");
            open.workspace.attach(file, control, "Drill");
            open.desk.reload();
            EvidenceViewModel model = new EvidenceViewModel(open.desk, OpenDesk.library(), open.visited::add);
            model.selected().set(Optional.of(model.lines().getFirst()));
            assertThat(model.support().support().get()).isEmpty();

            model.support().seen(true);
            assertThat(mark(model)).isEqualTo(Mark.NOT_ASSESSED);
            open.workspace.answer(AnswerRequest.of(control, AnswerStatus.NOT_MET));
            open.desk.reload();
            assertThat(mark(model)).isEqualTo(Mark.NOT_MET);

            model.selected().set(Optional.empty());
            assertThat(model.support().support().get()).isEmpty();
            model.selected().set(Optional.of(model.lines().getFirst()));
            assertThat(mark(model)).isEqualTo(Mark.NOT_MET);
        }
    }

    /// How the one control that is reached stands.
    private static Mark mark(EvidenceViewModel model) {
        return model.support()
                .support()
                .get()
                .orElseThrow()
                .controls()
                .getFirst()
                .now();
    }
}
