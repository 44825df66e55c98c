package org.cairn.app.ui.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkViewModelTest {
    private static final ControlId NET_1 = new ControlId("NET-1");
    private static final ControlId NET_2 = new ControlId("NET-2");
    private static final ControlId NET_3 = new ControlId("NET-3");
    private static final LocalDate DUE = LocalDate.of(2027, 3, 1);

    @TempDir
    Path folder;

    @Test
    void aChangeGoesToAllKeepsWhatItDoesNotNameAndIsTakenBackByCorrections() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.MET)
                    .withNote("VLAN 40")
                    .withOwner("Network team"));
            open.desk.reload();
            long before = open.desk.now().about().size();
            BulkViewModel model = new BulkViewModel(open.desk);
            model.chosen().set(List.of(NET_1, NET_2, NET_3));
            assertThat(model.unanswered()).isEqualTo(2);
            model.edit().set(new BulkEdit(Optional.of(AnswerStatus.PARTLY_MET), "", Optional.of(DUE), ""));
            model.apply();
            assertThat(model.recording().told().get()).contains("3 answers recorded.");
            assertThat(open.desk.now().about().size()).isEqualTo(before + 3);
            assertThat(request(open, NET_1))
                    .isEqualTo(List.of(AnswerStatus.PARTLY_MET, "VLAN 40", "Network team", Optional.of(DUE)));
            assertThat(request(open, NET_3)).isEqualTo(List.of(AnswerStatus.PARTLY_MET, "", "", Optional.of(DUE)));

            model.undo();
            assertThat(open.desk.now().about().size()).isEqualTo(before + 6);
            assertThat(model.unanswered()).isEqualTo(2);
            assertThat(request(open, NET_1))
                    .isEqualTo(List.of(AnswerStatus.MET, "VLAN 40", "Network team", Optional.empty()));
            assertThat(model.recording().told().get().orElseThrow())
                    .isEqualTo("1 earlier answer recorded again, as corrections." + " 2 first answers withdrawn.");
            assertThat(model.undoable().get()).isEmpty();
        }
    }

    @Test
    void whereOneLacksItsReasonNothingIsRecordedAndAnOwnerAloneGoesToAnswersOnly() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.MET).withNote("VLAN 40"));
            open.desk.reload();
            long before = open.desk.now().about().size();
            BulkViewModel model = new BulkViewModel(open.desk);
            model.chosen().set(List.of(NET_1, NET_2));
            model.apply();
            assertThat(model.recording().problem().get().orElseThrow().words()).startsWith("Say first");
            model.choose(AnswerStatus.NOT_APPLICABLE);
            model.apply();
            assertThat(model.recording().problem().get().orElseThrow().words())
                    .contains("NET-2")
                    .doesNotContain("NET-1");
            assertThat(open.desk.now().about().size()).isEqualTo(before);

            model.edit().set(new BulkEdit(Optional.empty(), "Ops", Optional.empty(), ""));
            model.apply();
            assertThat(model.recording().told().get())
                    .contains("1 answer recorded. 1 without an answer were left out.");
            assertThat(request(open, NET_1)).isEqualTo(List.of(AnswerStatus.MET, "VLAN 40", "Ops", Optional.empty()));
        }
    }

    private static List<Object> request(OpenDesk open, ControlId control) throws Exception {
        var answer = open.desk
                .now()
                .posture()
                .control(control)
                .flatMap(ControlPosture::answer)
                .orElseThrow()
                .event();
        var texts = open.workspace.texts(answer);
        return List.of(answer.status(), texts.note().orElse(""), texts.owner().orElse(""), answer.due());
    }
}
